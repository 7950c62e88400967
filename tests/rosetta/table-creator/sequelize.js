const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const shop_post = sequelize.define('shop_post', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  title: { type: DataTypes.TEXT, unique: true },
}, { tableName: 'shop_post', indexes: [{ name: 'title_idx', fields: ['title'] }] });

const shop_reply = sequelize.define('shop_reply', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  post: { type: DataTypes.TEXT, references: { model: 'shop_post', key: 'title' } },
}, { tableName: 'shop_reply' });

module.exports = { shop_post, shop_reply };
