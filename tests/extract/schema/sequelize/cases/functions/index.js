const { DataTypes, Sequelize } = require('sequelize')

const sequelize = new Sequelize('sqlite::memory:', { dialect: 'sqlite' })

const models = {}
for (const make of [require('./author'), require('./book')]) {
  const model = make(sequelize, DataTypes)
  models[model.name] = model
}
for (const name of Object.keys(models)) {
  if (models[name].associate) models[name].associate(models)
}

module.exports = { sequelize, ...models }
