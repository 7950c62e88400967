const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const rule_strict = sequelize.define('rule_strict', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  reason: { type: DataTypes.TEXT, allowNull: false },
  limit: { type: DataTypes.INTEGER, defaultValue: 10 },
}, { tableName: 'rule_strict' });

module.exports = { rule_strict };
