import { CreationOptional, DataTypes, InferAttributes, InferCreationAttributes, Model, Sequelize } from 'sequelize'

class Basket extends Model<InferAttributes<Basket>, InferCreationAttributes<Basket>> {
  declare id: CreationOptional<number>
  declare coupon: string | null
}

const basketInit = (sequelize: Sequelize) => {
  Basket.init(
    { id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true }, coupon: DataTypes.STRING },
    { tableName: 'Baskets', sequelize },
  )
}

export { Basket, basketInit }
