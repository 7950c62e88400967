import { Sequelize } from 'sequelize'

import { Basket, basketInit } from './basket'
import { Item, itemInit } from './item'

const sequelize = new Sequelize({ dialect: 'sqlite', storage: ':memory:' })

basketInit(sequelize)
itemInit(sequelize)
relate()

function relate() {
  Basket.hasMany(Item, { onDelete: 'CASCADE' })
  Item.belongsTo(Basket, { constraints: true, foreignKeyConstraint: true })
}
