import { Column, CreatedAt, DataType, Model, Sequelize, Table } from 'sequelize-typescript'

function Stamped(Base: any): any {
  class Mixed extends Base {
    @CreatedAt
    made!: Date

    @Column(DataType.TEXT)
    note!: string
  }
  return Mixed
}

@Table({ updatedAt: false })
class User extends Stamped(Model) {
  @Column
  name!: string
}

export const sequelize = new Sequelize({ dialect: 'mariadb', models: [User as any] })
