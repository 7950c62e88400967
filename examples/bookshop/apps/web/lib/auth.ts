import { db, schema } from '@bookshop/db'
import { and, eq, gt } from 'drizzle-orm'
import { cookies } from 'next/headers'

const { sessions, users } = schema

export async function requireUser() {
  const token = (await cookies()).get('session')?.value ?? ''
  const now = new Date().toISOString()
  const [row] = await db
    .select({ id: users.id, role: users.role })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.token, token), gt(sessions.expiresAt, now)))
  if (!row) throw new Response(null, { status: 401 })
  return row
}
