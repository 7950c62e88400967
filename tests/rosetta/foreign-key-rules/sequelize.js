const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const source = sequelize.define('source', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  plain: { type: DataTypes.INTEGER, references: { model: 'target', key: 'id' } },
  cascade: { type: DataTypes.INTEGER, references: { model: 'target', key: 'id' }, onDelete: 'CASCADE', onUpdate: 'CASCADE' },
  restrict: { type: DataTypes.INTEGER, references: { model: 'target', key: 'id' }, onDelete: 'RESTRICT' },
  set_null: { type: DataTypes.INTEGER, references: { model: 'target', key: 'id' }, onDelete: 'SET NULL', onUpdate: 'RESTRICT' },
  set_default: { type: DataTypes.INTEGER, references: { model: 'target', key: 'id' }, onDelete: 'SET DEFAULT' },
  no_action: { type: DataTypes.INTEGER, references: { model: 'target', key: 'id' }, onUpdate: 'SET NULL' },
  body: { type: DataTypes.INTEGER, references: { model: 'target', key: 'id' } },
  bracket: { type: DataTypes.INTEGER, references: { model: 'target', key: 'id' } },
}, { tableName: 'source' });

const target = sequelize.define('target', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
}, { tableName: 'target' });

module.exports = { source, target };
