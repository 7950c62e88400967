import { DataTypes, Model, type Sequelize } from 'sequelize'

abstract class Priced extends Model {
  declare price: number
}

const priced = { price: { type: DataTypes.DECIMAL(10, 2), allowNull: false, defaultValue: 0 } }

export class Item extends Priced {}

export function itemInit(sequelize: Sequelize) {
  Item.init({ ...priced, quantity: { type: DataTypes.INTEGER, validate: { min: 0 } } }, { sequelize })
}
