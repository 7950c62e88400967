import { BelongsTo, BelongsToMany, Column, DataType, ForeignKey, HasMany, Model, Sequelize, Table } from 'sequelize-typescript'

@Table({ timestamps: false })
class Film extends Model {
  @Column
  title!: string

  @BelongsToMany(() => Actor, () => Part)
  actors!: Actor[]

  @BelongsToMany(() => Tag, { through: () => Tagged, foreignKey: 'film_id', otherKey: 'tag_id', onDelete: 'RESTRICT' })
  tags!: Tag[]

  @HasMany(() => Part)
  parts!: Part[]
}

@Table({ timestamps: false })
class Actor extends Model {
  @BelongsToMany(() => Film, () => Part)
  films!: Film[]

  @BelongsToMany(() => Actor, 'friendships', 'one_id', 'other_id')
  friends!: Actor[]
}

@Table({ timestamps: false })
class Tag extends Model {
  @BelongsToMany(() => Film, { through: { model: () => Tagged, unique: false }, foreignKey: 'tag_id', otherKey: 'film_id' })
  films!: Film[]
}

@Table({ timestamps: false })
class Tagged extends Model {}

@Table({ timestamps: false })
class Part extends Model {
  @ForeignKey(() => Film)
  @Column
  filmId!: number

  @BelongsTo(() => Film)
  film!: Film

  @ForeignKey(() => Actor)
  @Column(DataType.INTEGER)
  actorId!: number

  @BelongsTo(() => Actor, { foreignKey: { allowNull: false }, onDelete: 'CASCADE' })
  actor!: Actor

  @Column
  role!: string
}

export const sequelize = new Sequelize({ dialect: 'sqlite', storage: ':memory:', models: [Film, Actor, Tag, Tagged, Part] })
