const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const post = sequelize.define('post', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  author: { type: DataTypes.TEXT },
  at: { type: 'TIMESTAMP' },
}, { tableName: 'post', indexes: [{ name: 'post_last_idx', fields: ['author', { name: 'at', order: 'DESC NULLS LAST' }] }, { name: 'post_nulls_idx', fields: [{ name: 'author', order: 'ASC NULLS FIRST' }, { name: 'at', order: 'DESC NULLS FIRST' }] }, { name: 'post_plain_idx', fields: ['author', { name: 'at', order: 'DESC NULLS LAST' }] }] });

module.exports = { post };
