/** What a person may do; the first one is what a new account gets. */
export const USER_ROLES = ['customer', 'bookseller', 'admin'] as const
export type UserRole = (typeof USER_ROLES)[number]

/** In the order in which an order passes through them. */
export const ORDER_STATUSES = ['draft', 'placed', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export const BOOK_FORMATS = {
  hardcover: 'Hardcover',
  paperback: 'Paperback',
  ebook: 'E-book',
  audiobook: 'Audiobook',
} as const
export type BookFormat = keyof typeof BOOK_FORMATS

export const DEFAULT_CURRENCY = 'EUR'
