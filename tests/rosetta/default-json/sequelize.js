const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const profile = sequelize.define('profile', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  empty: { type: DataTypes.JSONB, defaultValue: Sequelize.literal('\'{}\'::jsonb') },
  list: { type: DataTypes.JSONB, allowNull: false, defaultValue: Sequelize.literal('\'[]\'::jsonb') },
  full: { type: DataTypes.JSONB, defaultValue: Sequelize.literal('\'{"theme":"dark","sizes":[1,2.5,-3],"nested":{"on":true,"off":null}}\'::jsonb') },
  spread: { type: DataTypes.JSON, defaultValue: Sequelize.literal('\'{"theme":"light","sizes":[1,2.5,-3],"nested":{"on":true,"off":null}}\'::json') },
  text: { type: DataTypes.JSONB, defaultValue: Sequelize.literal('\'plain\'') },
}, { tableName: 'profile' });

module.exports = { profile };
