const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const period = sequelize.define('period', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  start: { type: 'TIMESTAMP', defaultValue: '2024-01-02 03:04:05.678' },
  start_zone: { type: DataTypes.DATE, defaultValue: Sequelize.literal("'2024-01-02T03:04:05.678Z'") },
  day: { type: DataTypes.DATEONLY, defaultValue: '2024-01-02' },
  epoch: { type: 'TIMESTAMP', defaultValue: '1970-01-01 00:00:00.000' },
  written: { type: 'TIMESTAMP', defaultValue: '2024-01-02 03:04:05' },
}, { tableName: 'period' });

module.exports = { period };
