import { integer, numeric, text, timestamp, varchar } from 'drizzle-orm/pg-core'

export function id(name = 'id') {
  return integer(name).primaryKey()
}

export const money = (name: string, { scale = 2 }: { scale?: number } = {}) => numeric(name, { precision: 12, scale })

export const required = (name: string) => text(name).notNull()

export function audit(prefix: string) {
  const at = (suffix: string) => timestamp(`${prefix}_${suffix}`).notNull()
  return { createdAt: at('created'), updatedAt: at('updated') }
}

export const code = (length: number) => varchar('code', { length })
