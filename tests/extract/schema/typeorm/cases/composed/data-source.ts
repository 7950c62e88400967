import { Column, DataSource, Index } from 'typeorm'

import { All, Described, Handle, Id, Key, Money, Stamped, Table } from './decorators'

const shared = { nullable: true }

@Table('product')
export class Product {
  @Id()
  id: string

  @Described('what it costs')
  @Money()
  price: string

  @Money(4, { nullable: true })
  cost: string

  @Handle()
  handle: string

  @Key()
  key: string

  @Stamped('created')
  created: Date

  @All(Column({ default: 3 }), Index())
  many: number

  @Column(shared)
  first: string

  @Column(shared)
  second: number
}

function tagged(name: string) {
  @Table(`${name}_tag`)
  class Tag {
    @Id()
    id: string

    @Money()
    price: string
  }
  return Tag
}

export const ProductTag = tagged('product')

export default new DataSource({ type: 'postgres', entities: [Product, ProductTag] })
