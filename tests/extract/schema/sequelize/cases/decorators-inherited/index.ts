import { Sequelize } from 'sequelize-typescript'

import * as models from './models'

function connect(given: object) {
  return new Sequelize('postgres://localhost/shop', { models: Object.values(given), define: { underscored: true } })
}

export const sequelize = connect(models)
