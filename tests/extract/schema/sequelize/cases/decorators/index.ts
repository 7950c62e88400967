import {
  AllowNull, AutoIncrement, Column, Comment, CreatedAt, DataType, Default, DeletedAt, ForeignKey, BelongsTo, HasMany,
  HasOne, Index, Is, IsEmail, Length, Model, PrimaryKey, Sequelize, Table, Unique, UpdatedAt, createIndexDecorator,
} from 'sequelize-typescript'

enum Mood {
  Good = 'good',
  Bad = 'bad',
}

const ByName = createIndexDecorator({ name: 'by_name', unique: true })
const Plain = createIndexDecorator()

@Table({ tableName: 'people', comment: 'Those who read' })
class Person extends Model {
  @PrimaryKey
  @AutoIncrement
  @Column(DataType.BIGINT)
  declare id: number

  @ByName
  @Column
  firstName!: string

  @ByName({ order: 'DESC' })
  @AllowNull(false)
  @Length({ max: 80 })
  @Column(DataType.STRING(80))
  lastName!: string

  @Unique
  @IsEmail
  @Column({ field: 'mail', allowNull: false })
  email!: string

  @Unique('one_code')
  @Column
  code!: number

  @Unique('one_code')
  @Column
  country?: string

  @Default(Mood.Good)
  @Column(DataType.ENUM(...Object.values(Mood)))
  mood!: Mood

  @Default(DataType.UUIDV4)
  @Plain
  @Column(DataType.UUID)
  token!: string

  @Comment('When it was')
  @Plain
  @Index
  @Index('born_too')
  @Index({ name: 'born_partly', where: { active: true }, order: 'DESC' })
  @Column(DataType.DATEONLY)
  born!: string

  @Default(true)
  @Column
  active!: boolean

  @Column
  seen!: Date

  @Column
  picture!: Buffer

  @Column('citext')
  nick!: string

  @Column(DataType.VIRTUAL)
  get name(): string {
    return this.firstName
  }

  @Is('word', /\w/)
  @Column
  get word(): string {
    return ''
  }

  @CreatedAt
  born_at!: Date

  @UpdatedAt
  @Column({ type: DataType.DATE(6), field: 'changed' })
  changedAt!: Date

  @DeletedAt
  gone!: Date

  plain!: string

  @HasMany(() => Letter, 'senderId')
  letters!: Letter[]

  @HasOne(() => Address)
  address!: object
}

@Table({ timestamps: false, underscored: true })
class Letter extends Model {
  @ForeignKey(() => Person)
  @AllowNull(false)
  @Column(DataType.BIGINT)
  senderId!: number

  @BelongsTo(() => Person, { foreignKey: 'senderId', onDelete: 'CASCADE' })
  sender!: Person

  @BelongsTo(() => Person, 'receiverId')
  receiver!: Person
}

@Table({ modelName: 'place', freezeTableName: true, createdAt: false, indexes: [{ fields: ['street'] }] })
class Address extends Model {
  @Index
  @Column
  street!: string

  @ForeignKey(() => Person)
  @Column(DataType.BIGINT)
  ownerId!: number

  @BelongsTo(() => Person)
  owner!: Person
}

@Table
class Bare extends Model {}

export const sequelize = new Sequelize({ dialect: 'postgres', models: [Person, Letter, Address, Bare] })
