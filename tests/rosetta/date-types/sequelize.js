const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const calendar = sequelize.define('calendar', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  date: { type: DataTypes.DATEONLY },
  date_object: { type: DataTypes.DATEONLY },
  time: { type: DataTypes.TIME },
  time_precise: { type: 'TIME(6) WITH TIME ZONE' },
  stamp: { type: 'TIMESTAMP' },
  stamp_string: { type: 'TIMESTAMP' },
  stamp_precise: { type: 'timestamp (3)' },
  stamp_zoned: { type: DataTypes.DATE },
  stamp_zoned_precise: { type: 'timestamp (6) with time zone' },
  interval: { type: 'INTERVAL' },
  interval_fields: { type: 'INTERVAL DAY' },
  interval_precise: { type: 'INTERVAL SECOND(3)' },
}, { tableName: 'calendar' });

module.exports = { calendar };
