import { DataSource, EntitySchema } from 'typeorm'

const id = { type: Number, primary: true } as const
const createdAt = { type: 'timestamp', name: 'created_at' } as const
const label = () => ({ type: 'text' }) as const

export const First = new EntitySchema({ name: 'First', columns: { id, createdAt, label: label() } })

export const Second = new EntitySchema({
  name: 'Second',
  columns: { id, createdAt, label: { ...label(), nullable: true } },
})

export default new DataSource({ type: 'postgres', entities: [First, Second] })
