import { DataTypes, Sequelize, sql } from '@sequelize/core'
import { PostgresDialect } from '@sequelize/postgres'

export const sequelize = new Sequelize({ dialect: PostgresDialect, databaseVersion: '14.0.0' })

sequelize.define('everything', {
  code: { type: DataTypes.STRING(20), unique: true, defaultValue: "it's" },
  name: { type: DataTypes.STRING, allowNull: false },
  title: DataTypes.TEXT,
  any: DataTypes.CITEXT,
  letter: DataTypes.CHAR(2),
  yes: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true },
  small: DataTypes.SMALLINT,
  big: { type: DataTypes.BIGINT, defaultValue: 0 },
  ratio: DataTypes.DOUBLE,
  real: DataTypes.REAL,
  float: DataTypes.FLOAT,
  price: { type: DataTypes.DECIMAL(10, 2), defaultValue: 1.5 },
  plain: DataTypes.DECIMAL,
  day: DataTypes.DATEONLY,
  at: { type: DataTypes.DATE, defaultValue: DataTypes.NOW },
  exact: DataTypes.DATE(3),
  time: DataTypes.TIME,
  json: { type: DataTypes.JSON, defaultValue: { a: 1 } },
  jsonb: { type: DataTypes.JSONB, defaultValue: [] },
  tags: DataTypes.ARRAY(DataTypes.STRING),
  choice: { type: DataTypes.ENUM('a', "b'c"), defaultValue: 'a' },
  choices: DataTypes.ARRAY(DataTypes.ENUM('x', 'y')),
  token: { type: DataTypes.UUID, defaultValue: sql.uuidV4 },
  bytes: DataTypes.BLOB,
  net: DataTypes.INET,
  made: { type: DataTypes.VIRTUAL, get() {} },
  stamp: { type: DataTypes.DATE, defaultValue: sql.literal('now()') },
  called: { type: DataTypes.DATE, defaultValue: sql.fn('now') },
  computed: { type: DataTypes.INTEGER, defaultValue: () => 3 },
  noted: { type: DataTypes.INTEGER, comment: 'What it is', columnName: 'note' },
})

sequelize.define('Counted', {
  id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
  other: { type: DataTypes.SMALLINT, allowNull: false },
})

sequelize.define('Identified', {
  id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true, autoIncrementIdentity: true },
})

sequelize.define('Pair', {
  left: { type: DataTypes.INTEGER, primaryKey: true },
  right: { type: DataTypes.UUID, primaryKey: true },
  a: { type: DataTypes.INTEGER, unique: 'both' },
  b: { type: DataTypes.INTEGER, unique: 'both' },
  c: { type: DataTypes.INTEGER, unique: 'alone' },
})

sequelize.define('Moment', {
  zoned: { type: DataTypes.DATE, defaultValue: '2024-01-02T03:04:05.678Z' },
  shifted: { type: DataTypes.DATE, defaultValue: '2024-01-02T03:04:05+02:00' },
  made: { type: DataTypes.DATE, defaultValue: new Date('2024-01-02T03:04:05.678Z') },
  day: { type: DataTypes.DATEONLY, defaultValue: '2024-01-02' },
})
