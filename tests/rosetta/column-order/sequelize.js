const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const row = sequelize.define('row', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  one: { type: DataTypes.INTEGER },
  ten: { type: DataTypes.INTEGER },
  zebra: { type: DataTypes.TEXT },
  apple: { type: DataTypes.TEXT },
  mango: { type: DataTypes.TEXT },
}, { tableName: 'row' });

module.exports = { row };
