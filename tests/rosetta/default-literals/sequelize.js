const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const setting = sequelize.define('setting', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  name: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'anonymous' },
  empty: { type: DataTypes.TEXT, defaultValue: '' },
  quoted: { type: DataTypes.TEXT, defaultValue: 'it\'s "so"' },
  multiline: { type: DataTypes.TEXT, defaultValue: 'a\nb	c' },
  template: { type: DataTypes.STRING(50), defaultValue: 'n/unknown' },
  code: { type: DataTypes.CHAR(2), defaultValue: 'DE' },
  count: { type: DataTypes.INTEGER, defaultValue: 0 },
  seconds: { type: DataTypes.INTEGER, defaultValue: 86400 },
  negative: { type: DataTypes.INTEGER, defaultValue: -1 },
  ratio: { type: DataTypes.DOUBLE, defaultValue: 0.5 },
  price: { type: DataTypes.DECIMAL(6, 2), defaultValue: '9.90' },
  yes: { type: DataTypes.BOOLEAN, defaultValue: true },
  no: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
  none: { type: DataTypes.TEXT },
}, { tableName: 'setting' });

module.exports = { setting };
