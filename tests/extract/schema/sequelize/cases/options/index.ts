import { DataTypes, Model, Sequelize } from 'sequelize'

const sequelize = new Sequelize('postgres://localhost/shop', { define: { underscored: true, schema: 'shop' } })

class Person extends Model {}
Person.init({ firstName: DataTypes.STRING, age: DataTypes.INTEGER }, { sequelize, paranoid: true })

class Mouse extends Model {}
Mouse.init({ name: DataTypes.STRING }, { sequelize, modelName: 'mouse', underscored: false, timestamps: false })

class Category extends Model {}
Category.init(
  { id: { type: DataTypes.UUID, primaryKey: true } },
  { sequelize, freezeTableName: true, createdAt: 'made_at', updatedAt: false, comment: 'What there is' },
)

class Kept extends Model {}
Kept.init(
  { createdAt: { type: DataTypes.DATE(6), field: 'born' }, state: { type: DataTypes.STRING, defaultValue: null } },
  { sequelize, tableName: 'kept_things', schema: 'public', version: true, paranoid: true, deletedAt: 'gone' },
)

class Versioned extends Model {}
Versioned.init(
  {},
  { sequelize, version: 'revision', defaultScope: { where: { id: 1 } }, scopes: { none: {} }, hooks: {} },
)

sequelize.define('Analysis', {}, { timestamps: false })
sequelize.define('Datum', {}, { timestamps: false, name: { singular: 'datum', plural: 'facts' } })
