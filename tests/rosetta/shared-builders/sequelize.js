const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const first = sequelize.define('first', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  created_at: { type: 'TIMESTAMP', allowNull: false },
  label: { type: DataTypes.TEXT, allowNull: false },
}, { tableName: 'first' });

const second = sequelize.define('second', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  created_at: { type: 'TIMESTAMP', allowNull: false },
  label: { type: DataTypes.TEXT },
}, { tableName: 'second' });

module.exports = { first, second };
