const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const visible = sequelize.define('visible', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  hidden: { type: DataTypes.INTEGER, references: { model: 'hidden', key: 'id' } },
}, { tableName: 'visible' });

module.exports = { visible };
