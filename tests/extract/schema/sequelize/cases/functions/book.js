'use strict'
const { Model } = require('sequelize')

module.exports = (sequelize, DataTypes) => {
  class Book extends Model {
    static associate({ Author }) {
      this.belongsTo(Author, { foreignKey: { name: 'authorId', allowNull: false } })
    }
  }
  Book.init({ title: DataTypes.STRING(80) }, { sequelize, modelName: 'Book', tableName: 'books' })
  return Book
}
