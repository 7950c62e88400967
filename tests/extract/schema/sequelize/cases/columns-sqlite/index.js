const { DataTypes, Sequelize } = require('sequelize')

const sequelize = new Sequelize({ dialect: 'sqlite' })

sequelize.define('everything', {
  code: { type: DataTypes.STRING(20), unique: true, defaultValue: "it's" },
  name: { type: DataTypes.STRING, allowNull: false },
  binary: DataTypes.STRING.BINARY,
  title: DataTypes.TEXT,
  short: DataTypes.TEXT('tiny'),
  letter: DataTypes.CHAR(2),
  yes: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true },
  tiny: DataTypes.TINYINT,
  small: DataTypes.SMALLINT,
  middle: { type: DataTypes.INTEGER(9).UNSIGNED.ZEROFILL },
  big: { type: DataTypes.BIGINT, defaultValue: 0 },
  ratio: DataTypes.DOUBLE(11, 3),
  real: DataTypes.REAL,
  float: DataTypes.FLOAT(11, 2),
  price: { type: DataTypes.DECIMAL(10, 2), defaultValue: 1.5 },
  plain: DataTypes.DECIMAL,
  day: { type: DataTypes.DATEONLY, defaultValue: '2020-01-02' },
  at: { type: DataTypes.DATE, defaultValue: DataTypes.NOW },
  exact: DataTypes.DATE(3),
  time: DataTypes.TIME,
  json: DataTypes.JSON,
  choice: { type: DataTypes.ENUM('a', "b'c"), defaultValue: 'a' },
  token: { type: DataTypes.UUID, defaultValue: DataTypes.UUIDV4 },
  bytes: DataTypes.BLOB('long'),
  made: { type: DataTypes.VIRTUAL, get() {} },
  stamp: { type: DataTypes.DATE, defaultValue: Sequelize.literal('CURRENT_TIMESTAMP') },
  computed: { type: DataTypes.INTEGER, defaultValue: () => 3 },
  noted: { type: DataTypes.INTEGER, comment: 'What it is', field: 'note' },
})

sequelize.define('Counted', {
  id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
  other: { type: DataTypes.SMALLINT, allowNull: false },
})

sequelize.define('Pair', {
  left: { type: DataTypes.INTEGER, primaryKey: true },
  right: { type: DataTypes.UUID, primaryKey: true },
  a: { type: DataTypes.INTEGER, unique: 'both' },
  b: { type: DataTypes.INTEGER, unique: 'both' },
  c: { type: DataTypes.INTEGER, unique: 'alone' },
})
