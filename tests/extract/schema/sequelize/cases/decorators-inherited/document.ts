import { BelongsTo, Column, DataType, ForeignKey, HasMany, Table } from 'sequelize-typescript'

import { Kept } from './base'
import { Star } from './star'

@Table({ tableName: 'documents', modelName: 'document' })
export class Document extends Kept {
  @Column
  title!: string

  @Column(DataType.TEXT)
  text!: string

  @ForeignKey(() => Document)
  @Column(DataType.UUID)
  parentId!: string | null

  @BelongsTo(() => Document)
  parent!: Document | null

  @HasMany(() => Star)
  stars!: Star[]
}
