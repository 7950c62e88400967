import { BelongsTo, Column, DataType, Default, ForeignKey, Table } from 'sequelize-typescript'

import { Base } from './base'
import { Document } from './document'

@Table({ tableName: 'stars', modelName: 'star' })
export class Star extends Base {
  @Default('0')
  @Column
  declare index: string

  @ForeignKey(() => Document)
  @Column(DataType.UUID)
  declare documentId: string

  @BelongsTo(() => Document, 'documentId')
  declare document: Document
}
