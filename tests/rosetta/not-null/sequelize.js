const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const note = sequelize.define('note', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  title: { type: DataTypes.TEXT, allowNull: false },
  body: { type: DataTypes.TEXT },
}, { tableName: 'note' });

module.exports = { note };
