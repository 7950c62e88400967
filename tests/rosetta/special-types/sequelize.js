const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } });

const special = sequelize.define('special', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
  uuid: { type: DataTypes.UUID },
  inet: { type: DataTypes.INET },
  cidr: { type: DataTypes.CIDR },
  mac: { type: DataTypes.MACADDR },
  mac8: { type: 'MACADDR8' },
  point: { type: 'POINT' },
  point_xy: { type: 'POINT' },
  line: { type: 'LINE' },
  geometry: { type: 'GEOMETRY(POINT)' },
  geometry_srid: { type: 'GEOMETRY(POINT)' },
  bit: { type: 'BIT(3)' },
  half: { type: 'HALFVEC(3)' },
  sparse: { type: 'SPARSEVEC(3)' },
  vector: { type: 'VECTOR(1536)' },
}, { tableName: 'special' });

module.exports = { special };
