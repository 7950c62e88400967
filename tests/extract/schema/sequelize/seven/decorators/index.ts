import { DataTypes, Model, Sequelize, sql } from '@sequelize/core'
import {
  Attribute, AutoIncrement, BelongsTo, BelongsToMany, ColumnName, Comment, CreatedAt, Default, DeletedAt, HasMany, HasOne, Index,
  NotNull, PrimaryKey, Table, Unique, UpdatedAt, Version, createIndexDecorator,
} from '@sequelize/core/decorators-legacy'
import { PostgresDialect } from '@sequelize/postgres'

const ByName = createIndexDecorator('by_name', { unique: true })

@Table.Abstract({ paranoid: true })
abstract class Base extends Model {
  @Attribute(DataTypes.UUID)
  @PrimaryKey
  @Default(sql.uuidV4)
  declare id: string

  @CreatedAt
  declare made: Date
}

@Table({ tableName: 'people', comment: 'Those who read' })
class Person extends Base {
  @Attribute(DataTypes.STRING(80))
  @NotNull
  @ByName
  declare firstName: string

  @Attribute({ type: DataTypes.STRING, allowNull: false })
  @ByName({ order: 'DESC' })
  declare lastName: string

  @Attribute(DataTypes.STRING)
  @NotNull
  @Unique
  @ColumnName('mail')
  declare email: string

  @Attribute(DataTypes.INTEGER)
  @Unique('one_code')
  declare code: number

  @Attribute(DataTypes.INTEGER)
  @Unique('one_code')
  declare country: number

  @Attribute(DataTypes.BOOLEAN)
  @Default(true)
  @Comment('Whether they read')
  @Index
  declare active: boolean

  @Attribute(DataTypes.DATE)
  @Default(DataTypes.NOW)
  @Index({ name: 'seen_partly', where: { active: true } })
  declare seen: Date

  @Attribute(DataTypes.DECIMAL(10, 2))
  declare price: string

  @DeletedAt
  declare gone: Date

  @Version
  declare revision: number

  @HasMany(() => Letter, { foreignKey: 'senderId', inverse: { as: 'sender' } })
  declare letters: Letter[]

  @HasOne(() => Address, { foreignKey: { name: 'ownerId', onDelete: 'SET NULL' } })
  declare address: Address

  @BelongsToMany(() => Person, { through: 'friendships', inverse: { as: 'friendOf' } })
  declare friends: Person[]
}

@Table({ timestamps: false, underscored: true })
class Letter extends Model {
  @Attribute(DataTypes.INTEGER)
  @PrimaryKey
  @AutoIncrement
  declare id: number

  @Attribute(DataTypes.UUID)
  @NotNull
  declare senderId: string

  @BelongsTo(() => Person, 'receiverId')
  declare receiver: Person

  @Attribute(DataTypes.UUID)
  declare receiverId: string
}

@Table({ freezeTableName: true })
class Address extends Model {
  @Attribute(DataTypes.TEXT)
  declare street: string
}

export const sequelize = new Sequelize({ dialect: PostgresDialect, databaseVersion: '14.0.0', models: [Person, Letter, Address] })
