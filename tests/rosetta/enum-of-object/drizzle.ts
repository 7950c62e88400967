import { pgEnum, pgTable, text } from 'drizzle-orm/pg-core'

enum Level {
  Low = 'low',
  High = 'high',
}

const Labels = { small: 'Small', large: 'Large' } as const

function values<T extends Record<string, string>>(object: T) {
  return Object.values(object) as [T[keyof T], ...T[keyof T][]]
}

export const level = pgEnum('level', Level)
export const levelValues = pgEnum('level_values', values(Level))
export const labels = pgEnum('labels', Object.keys(Labels) as [string, ...string[]])

export const item = pgTable('item', {
  level: level('level').default(Level.Low).notNull(),
  choice: text('choice', { enum: values(Labels) }),
})
