import { listBooks } from '@/lib/books'

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url)
  return Response.json(await listBooks(searchParams.get('q') ?? ''))
}
