import { DataTypes, Sequelize } from '@sequelize/core'
import { PostgresDialect } from '@sequelize/postgres'

export const sequelize = new Sequelize({ dialect: PostgresDialect, databaseVersion: '14.0.0', define: { timestamps: false } })

const Actor = sequelize.define('Actor', { name: DataTypes.STRING })
const Film = sequelize.define('Film', { title: { type: DataTypes.STRING, unique: true }, at: DataTypes.DATE(3) })
const Tag = sequelize.define('Tag', { word: { type: DataTypes.STRING, primaryKey: true } })
const Part = sequelize.define('Part', {
  id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
  role: DataTypes.STRING,
})
const Node = sequelize.define('Node', {}, { underscored: true })

Actor.belongsToMany(Film, { through: Part })
Film.belongsToMany(Tag, { through: { model: 'film_tags', unique: false }, as: 'tags', foreignKey: 'film_id', otherKey: 'tag_word', inverse: 'films' })
Node.hasMany(Node, { as: 'children', foreignKey: 'parentId', inverse: { as: 'parent' } })
Film.hasMany(Node, { as: 'scenes', foreignKey: { allowNull: false }, inverse: { as: 'film' } })
Actor.hasOne(Tag, { foreignKeyConstraints: false })
Tag.belongsTo(Film, { as: 'favourite', foreignKey: { name: 'favouriteId', onDelete: 'RESTRICT', onUpdate: 'NO ACTION' } })
