import { DataTypes, Sequelize } from 'sequelize'

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } })

const Actor = sequelize.define('Actor', { name: DataTypes.STRING })
const Film = sequelize.define('Film', { title: DataTypes.STRING })
const Tag = sequelize.define('Tag', { word: { type: DataTypes.STRING, primaryKey: true } })
const Part = sequelize.define('Part', {
  id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
  role: DataTypes.STRING,
  FilmId: { type: DataTypes.INTEGER, references: { model: Film, key: 'id' }, onDelete: 'NO ACTION' },
})

Actor.belongsToMany(Film, { through: Part })
Film.belongsToMany(Actor, { through: Part })
Film.belongsToMany(Tag, { through: 'film_tags', as: 'tags', foreignKey: 'film_id', otherKey: 'tag_word' })
Tag.belongsToMany(Film, { through: 'film_tags', as: 'films', foreignKey: 'tag_word', otherKey: 'film_id' })
Actor.belongsToMany(Actor, { through: 'friendships', as: 'friends', foreignKey: 'one_id', otherKey: 'other_id' })
Actor.belongsToMany(Tag, { through: { model: 'liked', unique: false }, constraints: false, timestamps: true })
Part.belongsTo(Actor)
Actor.hasMany(Part)
