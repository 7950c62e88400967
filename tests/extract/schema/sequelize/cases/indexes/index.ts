import { DataTypes, Op, Sequelize } from 'sequelize'

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } })

sequelize.define(
  'Thing',
  {
    firstName: { type: DataTypes.STRING, field: 'first' },
    lastName: DataTypes.STRING,
    data: DataTypes.JSONB,
    deletedAt: DataTypes.DATE,
    kind: DataTypes.STRING,
  },
  {
    indexes: [
      { fields: ['firstName', 'lastName'] },
      { unique: true, fields: ['lastName'], where: { deletedAt: null } },
      { name: 'by_data', using: 'GIN', fields: ['data'], operator: 'jsonb_path_ops' },
      { name: 'sorted', fields: [{ name: 'lastName', order: 'DESC' }, 'kind'] },
      { name: 'lower', fields: [Sequelize.fn('lower', Sequelize.col('kind'))] },
      { name: 'some', fields: ['kind'], where: { kind: { [Op.in]: ['a', 'b'] }, lastName: { [Op.ne]: null } } },
      { name: 'few', fields: ['kind'], where: { kind: 'a' }, using: 'BTREE' },
      { type: 'UNIQUE', fields: ['kind', 'lastName'] },
    ],
  },
)
