const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const only = sequelize.define('only', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
}, { tableName: 'only' });

module.exports = { only };
