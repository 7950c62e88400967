const { Sequelize } = require('sequelize')

const initModels = require('./init-models')

const sequelize = new Sequelize('mysql://localhost/shop')

module.exports = { sequelize, ...initModels(sequelize) }
