const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const contact = sequelize.define('contact', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  email: { type: DataTypes.TEXT },
  name: { type: DataTypes.TEXT },
  data: { type: DataTypes.JSONB },
}, { tableName: 'contact', indexes: [{ name: 'contact_email_idx', unique: true, fields: [Sequelize.literal('lower("email")')] }, { name: 'contact_mixed_idx', fields: ['name', Sequelize.literal('("data" ->> \'kind\')')] }, { name: 'contact_name_idx', unique: true, fields: [Sequelize.literal('lower("name")')] }] });

module.exports = { contact };
