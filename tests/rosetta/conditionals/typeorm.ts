import { Column, DataSource, Entity, EntitySchema, PrimaryColumn } from 'typeorm'

const STRICT = true as boolean
const MODES = { loose: 0, strict: 1 } as const
const length = STRICT ? 10 : 20
const name = MODES.strict === 1 && 'strict'

export const Rule = new EntitySchema({
  name: `rule_${name || 'none'}`,
  columns: {
    id: { type: Number, primary: true },
    ...(STRICT && { reason: { type: 'text' as const } }),
    ...(STRICT ? {} : { never: { type: 'text' as const } }),
    limit: { type: 'integer', default: length ?? 5, nullable: STRICT },
  },
})

export default new DataSource({ type: STRICT ? 'postgres' : 'mysql', entities: [Rule] })
