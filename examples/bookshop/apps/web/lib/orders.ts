import { db, schema } from '@bookshop/db'
import { desc, eq, inArray } from 'drizzle-orm'

const { books, orderLines, orders } = schema

export type NewOrder = { addressId: number; lines: { isbn: string; quantity: number }[] }

export function listOrders(userId: string) {
  return db.query.orders.findMany({
    where: eq(orders.userId, userId),
    orderBy: desc(orders.placedAt),
    with: { lines: true },
  })
}

export function placeOrder(userId: string, { addressId, lines }: NewOrder) {
  return db.transaction(async (tx) => {
    const isbns = lines.map((line) => line.isbn)
    const rows = await tx.select().from(books).where(inArray(books.isbn, isbns))
    const prices = new Map(rows.map((book) => [book.isbn, book.price]))
    const [order] = await tx.insert(orders).values({ userId, addressId }).returning()
    await tx.insert(orderLines).values(
      lines.map(({ isbn, quantity }, index) => ({
        orderId: order!.id,
        line: index + 1,
        isbn,
        quantity,
        unitPrice: prices.get(isbn)!,
      })),
    )
    return order!
  })
}
