import { sql } from 'drizzle-orm'
import { integer, pgSchema, pgSequence, pgTable } from 'drizzle-orm/pg-core'

export const plain = pgSequence('plain_seq')

export const invoiceNumber = pgSequence('invoice_number', { startWith: 1000, increment: 2, maxValue: 9999, cycle: true })

export const accounting = pgSchema('accounting')

export const inSchema = accounting.sequence('entry_number', { cache: 10 })

export const invoice = pgTable('invoice', { number: integer('number').default(sql`nextval('invoice_number')`) })
