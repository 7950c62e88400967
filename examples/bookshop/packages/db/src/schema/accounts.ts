import { USER_ROLES, type UserRole } from '@bookshop/shared'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  char,
  check,
  index,
  jsonb,
  pgEnum,
  pgTable,
  serial,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core'

import { id, timestamps } from '~/columns'

export const userRole = pgEnum('user_role', USER_ROLES)

export type Preferences = { newsletter: boolean; locale: string }

export const users = pgTable(
  'users',
  {
    id: id(),
    email: varchar('email', { length: 320 }).notNull().unique(),
    name: text('name').notNull(),
    role: userRole('role').notNull().default('customer' satisfies UserRole),
    referredBy: uuid('referred_by').references((): AnyPgColumn => users.id, { onDelete: 'set null' }),
    preferences: jsonb('preferences').$type<Preferences>().notNull().default({ newsletter: false, locale: 'en' }),
    ...timestamps,
  },
  (table) => [
    index('users_name_idx').on(sql`lower(${table.name})`),
    check('users_email_check', sql`${table.email} like '%@%'`),
  ],
)

export const addresses = pgTable(
  'addresses',
  {
    id: serial('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    lines: text('lines').array().notNull(),
    city: varchar('city', { length: 100 }).notNull(),
    countryCode: char('country_code', { length: 2 }).notNull().default('DE'),
    isDefault: boolean('is_default').notNull().default(false),
    ...timestamps,
  },
  (table) => [
    index('addresses_user_id_idx').on(table.userId),
    uniqueIndex('addresses_one_default_idx').on(table.userId).where(sql`${table.isDefault}`),
  ],
)

export const sessions = pgTable(
  'sessions',
  {
    token: text('token').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userAgent: text('user_agent'),
    expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [index('sessions_expires_at_idx').on(table.expiresAt)],
)
