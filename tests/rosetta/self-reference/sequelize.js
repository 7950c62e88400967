const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const comment = sequelize.define('comment', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  reply_to: { type: DataTypes.INTEGER, references: { model: 'comment', key: 'id' }, onDelete: 'SET NULL' },
  body: { type: DataTypes.TEXT },
}, { tableName: 'comment' });

const folder = sequelize.define('folder', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  parent_id: { type: DataTypes.INTEGER, references: { model: 'folder', key: 'id' }, onDelete: 'CASCADE' },
}, { tableName: 'folder' });

module.exports = { comment, folder };
