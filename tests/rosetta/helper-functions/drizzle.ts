import { pgTable } from 'drizzle-orm/pg-core'

import { audit, code, id, money, required } from './helpers'

export const product = pgTable('product', {
  id: id(),
  name: required('name').unique(),
  price: money('price'),
  cost: money('cost', { scale: 4 }),
  code: code(8),
  ...audit('product'),
})

const tagged = (name: string) => pgTable(`${name}_tag`, { id: id('tag_id'), label: required('label') })

export const productTag = tagged('product')
export const orderTag = tagged('order')
