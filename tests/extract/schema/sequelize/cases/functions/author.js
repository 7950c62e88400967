module.exports = function (sequelize, DataTypes) {
  const Author = sequelize.define('Author', {
    name: { type: DataTypes.STRING, allowNull: false, get() { return this.getDataValue('name') } },
    mood: { type: DataTypes.ENUM, values: ['good', 'bad'] },
  })
  Author.associate = function (models) {
    Author.hasMany(models.Book, { foreignKey: 'authorId', as: 'books' })
  }
  return Author
}
