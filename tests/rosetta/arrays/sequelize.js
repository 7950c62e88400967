const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const lists = sequelize.define('lists', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  tags: { type: DataTypes.ARRAY(DataTypes.TEXT) },
  sized: { type: 'INTEGER[3]' },
  matrix: { type: DataTypes.ARRAY(DataTypes.ARRAY(DataTypes.INTEGER)) },
  board: { type: 'VARCHAR(1)[3][3]' },
  empty: { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false, defaultValue: Sequelize.literal('\'{}\'') },
  filled: { type: DataTypes.ARRAY(DataTypes.TEXT), defaultValue: Sequelize.literal('\'{"a","b\'c"}\'') },
  numbers: { type: DataTypes.ARRAY(DataTypes.INTEGER), defaultValue: Sequelize.literal('\'{1,2}\'') },
  expression: { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false, defaultValue: Sequelize.literal('\'{}\'::text[]') },
}, { tableName: 'lists' });

module.exports = { lists };
