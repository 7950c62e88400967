import { Column, Table } from 'sequelize-typescript'

import { Kept } from './base'

@Table({ tableName: 'templates', modelName: 'template', paranoid: false })
export class Template extends Kept {
  @Column
  name!: string
}
