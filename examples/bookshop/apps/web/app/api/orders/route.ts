import { requireUser } from '@/lib/auth'
import { listOrders, placeOrder } from '@/lib/orders'

export async function GET() {
  const user = await requireUser()
  return Response.json(await listOrders(user.id))
}

export async function POST(request: Request) {
  const user = await requireUser()
  const order = await placeOrder(user.id, await request.json())
  return Response.json(order, { status: 201 })
}
