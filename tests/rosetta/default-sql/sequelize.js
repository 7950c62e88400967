const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const visit = sequelize.define('visit', {
  id: { type: DataTypes.UUID, primaryKey: true, defaultValue: Sequelize.literal('gen_random_uuid()') },
  other: { type: DataTypes.UUID, defaultValue: Sequelize.literal('gen_random_uuid()') },
  at: { type: 'TIMESTAMP', allowNull: false, defaultValue: Sequelize.literal('now()') },
  precise: { type: 'timestamp (3) with time zone', defaultValue: Sequelize.literal('now()') },
  until: { type: 'TIMESTAMP', defaultValue: Sequelize.literal('now() + interval \'7 days\'') },
  day: { type: DataTypes.DATEONLY, defaultValue: Sequelize.literal('now()') },
  clock: { type: DataTypes.TIME, defaultValue: Sequelize.literal('now()') },
  user: { type: DataTypes.TEXT, defaultValue: Sequelize.literal('current_user') },
  number: { type: DataTypes.INTEGER, defaultValue: Sequelize.literal('1 + 1') },
  nothing: { type: DataTypes.TEXT, defaultValue: Sequelize.literal('null') },
  inlined: { type: DataTypes.TEXT, defaultValue: 'raw' },
}, { tableName: 'visit' });

module.exports = { visit };
