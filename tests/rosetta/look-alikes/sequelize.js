const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const real = sequelize.define('real', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  name: { type: DataTypes.TEXT },
}, { tableName: 'real' });

module.exports = { real };
