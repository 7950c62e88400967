const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const fourth = sequelize.define('fourth', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
}, { tableName: 'fourth' });

const first = sequelize.define('first', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  text: { type: DataTypes.TEXT },
}, { tableName: 'first' });

const second = sequelize.define('second', {
  id: { type: DataTypes.INTEGER, primaryKey: true, references: { model: 'first', key: 'id' } },
}, { tableName: 'second' });

const third = sequelize.define('third', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
}, { tableName: 'third' });

module.exports = { fourth, first, second, third };
