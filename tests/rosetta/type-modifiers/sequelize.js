const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const typed = sequelize.define('typed', {
  id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
  wide: { type: DataTypes.TEXT, allowNull: false },
  kept: { type: DataTypes.TEXT, allowNull: false },
  satisfied: { type: DataTypes.STRING(5) },
  count: { type: DataTypes.INTEGER, defaultValue: 3 },
}, { tableName: 'typed' });

module.exports = { typed };
