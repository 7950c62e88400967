const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const account = sequelize.define('account', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  email: { type: DataTypes.CITEXT, allowNull: false, unique: true },
  balance: { type: DataTypes.DECIMAL(12, 4) },
  limit: { type: DataTypes.DECIMAL(12, 2) },
  key: { type: DataTypes.BLOB },
}, { tableName: 'account' });

module.exports = { account };
