import { foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

export const seat = pgTable(
  'seat',
  { row: integer('row').notNull(), number: integer('number').notNull() },
  (t) => [primaryKey({ columns: [t.row, t.number] })],
)

export const booking = pgTable(
  'booking',
  { guest: text('guest').notNull(), seatRow: integer('seat_row'), seatNumber: integer('seat_number') },
  (t) => [
    foreignKey({ name: 'booking_seat_fk', columns: [t.seatRow, t.seatNumber], foreignColumns: [seat.row, seat.number] })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
)

export const waiting = pgTable(
  'waiting',
  { seatRow: integer('seat_row'), seatNumber: integer('seat_number') },
  (t) => [foreignKey({ columns: [t.seatRow, t.seatNumber], foreignColumns: [seat.row, seat.number] })],
)
