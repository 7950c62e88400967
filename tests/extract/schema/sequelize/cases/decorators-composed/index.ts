import { addAttributeOptions, AllowNull, Column, DataType, Index, Model, Sequelize, Table } from 'sequelize-typescript'

function Money(target: any, key: string) {
  Column(DataType.DECIMAL(10, 2))(target, key)
}

const Name = (length: number) => (target: any, key: string) => {
  Column(DataType.STRING(length))(target, key)
  AllowNull(false)(target, key)
  Index(target, key)
}

function Short(target: any, key: string) {
  addAttributeOptions(target, key, { validate: { len: [0, 5] }, comment: 'Short' })
}

function Logged(_target: any, _key: string) {}

function Timeless(target: any) {
  Table({ timestamps: false })(target)
}

@Timeless
class Item extends Model {
  @Money
  price!: string

  @Name(40)
  title!: string

  @Short
  @Column
  code!: string

  @Logged
  noted!: string
}

export const sequelize = new Sequelize({ dialect: 'mysql' })
sequelize.addModels([Item])
