const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const subscription = sequelize.define('subscription', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  owner: { type: DataTypes.TEXT, allowNull: false },
  active: { type: DataTypes.BOOLEAN },
  ended_at: { type: 'TIMESTAMP' },
  state: { type: DataTypes.TEXT },
}, { tableName: 'subscription', indexes: [{ name: 'subscription_active_idx', unique: true, fields: ['owner'], where: Sequelize.literal('"subscription"."active" = true') }, { name: 'subscription_null_idx', fields: ['state'], where: Sequelize.literal('"subscription"."ended_at" is null') }, { name: 'subscription_open_idx', fields: ['owner'], where: Sequelize.literal('ended_at is null') }, { name: 'subscription_state_idx', fields: ['state'], where: Sequelize.literal('"subscription"."state" in (\'a\', \'b\')') }] });

module.exports = { subscription };
