import { DataTypes, Sequelize } from 'sequelize'

const sequelize = new Sequelize('sqlite::memory:', { define: { timestamps: false, freezeTableName: true } })

export const Ticket = sequelize.define('ticket', {
  id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
})

export const Event = sequelize.define('event', {
  id: { type: DataTypes.INTEGER, primaryKey: true },
})
