const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const message = sequelize.define('message', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  payload: { type: DataTypes.JSONB, allowNull: false },
  raw: { type: DataTypes.JSON },
}, { tableName: 'message' });

module.exports = { message };
