const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const log = sequelize.define('log', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  actor: { type: DataTypes.TEXT },
  action: { type: DataTypes.TEXT },
  level: { type: DataTypes.INTEGER },
}, { tableName: 'log', indexes: [{ name: 'log_action_index', unique: true, fields: ['action'] }, { name: 'log_actor_action_index', fields: ['actor', 'action'] }, { name: 'log_actor_idx', fields: ['actor'] }, { name: 'log_level_idx', unique: true, fields: ['level', 'action'] }] });

module.exports = { log };
