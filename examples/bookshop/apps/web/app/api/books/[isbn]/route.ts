import { findBook } from '@/lib/books'

export async function GET(_request: Request, { params }: { params: Promise<{ isbn: string }> }) {
  const { isbn } = await params
  const book = await findBook(isbn)
  return book ? Response.json(book) : new Response(null, { status: 404 })
}
