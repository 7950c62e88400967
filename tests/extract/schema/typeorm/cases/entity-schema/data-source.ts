import { DataSource, EntitySchema } from 'typeorm'

const base = {
  id: { type: Number, primary: true, generated: true },
  createdAt: { name: 'created_at', type: 'timestamp with time zone', createDate: true },
} as const

export class Person {
  id: number
  name: string
}

export const AddressSchema = new EntitySchema({
  name: 'address',
  columns: { street: { type: String, nullable: true } },
})

export const PersonSchema = new EntitySchema<any>({
  name: 'person',
  target: Person,
  columns: {
    ...base,
    name: { type: String, length: 40, unique: true },
    role: { type: 'enum', enum: ['admin', 'user'], default: 'user' },
  },
  relations: {
    posts: { type: 'one-to-many', target: 'post', inverseSide: 'author' },
    tags: { type: 'many-to-many', target: 'tag', joinTable: true },
    boss: { type: 'many-to-one', target: () => Person, joinColumn: { name: 'boss_id' }, onDelete: 'SET NULL' },
  },
  embeddeds: { home: { schema: AddressSchema, prefix: 'home' } },
  indices: [{ name: 'by_role', columns: ['role', 'name'], where: "role = 'admin'" }],
  uniques: [{ columns: ['name', 'role'] }],
  checks: [{ expression: 'length(name) > 1' }],
})

export const PostSchema = new EntitySchema<any>({
  name: 'post',
  tableName: 'posts',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    body: { type: 'text' },
    version: { type: Number, version: true },
    deletedAt: { type: 'timestamp', deleteDate: true },
  },
  relations: {
    author: { type: 'many-to-one', target: 'Person', nullable: false, inverseSide: 'posts' },
    cover: { type: 'one-to-one', target: 'tag', joinColumn: true },
  },
})

export const TagSchema = new EntitySchema({
  name: 'tag',
  schema: 'meta',
  columns: { id: { type: 'int', primary: true, generated: 'increment' } },
})

export default new DataSource({ type: 'postgres', entities: [PersonSchema, PostSchema, TagSchema] })
