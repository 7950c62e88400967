import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

import { key, words } from './columns'

const timestamps = { createdAt: timestamp('created_at'), updatedAt: timestamp('updated_at') }
const { updatedAt, ...created } = timestamps
const LANGUAGES = ['en', 'de'] as const
const field = 'dynamic'

export const person = pgTable('person', { id: key(), ...words, ...created })

export const page = pgTable('page', {
  id: key('page_id'),
  ...Object.assign({}, timestamps, { deletedAt: timestamp('deleted_at') }),
  ...Object.fromEntries(LANGUAGES.map((language) => [`title_${language}`, text(`title_${language}`)])),
  [field]: integer(field),
  ['com' + 'puted']: text(),
})

export const copy = pgTable('copy', { ...created, moved: updatedAt.notNull() })
