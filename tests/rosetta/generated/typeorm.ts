import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm'

const stored = { generatedType: 'STORED', nullable: true } as const

@Entity()
export class Product {
  @PrimaryColumn()
  id: number

  @Column('text')
  name: string

  @Column('numeric', { precision: 8, scale: 2 })
  net: number

  @Column('text', { ...stored, asExpression: 'lower(name)' })
  slug: string

  @Column('numeric', { ...stored, precision: 8, scale: 2, asExpression: '"product"."net" * 1.19' })
  gross: number

  @Column('text', { ...stored, asExpression: `fixed` })
  constant: string

  @Column({ generatedType: 'STORED', asExpression: 'length(name)' })
  size: number
}

export default new DataSource({ type: 'postgres', entities: [Product] })
