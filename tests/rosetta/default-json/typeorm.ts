import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm'

const DEFAULTS = { theme: 'dark', sizes: [1, 2.5, -3], nested: { on: true, off: null } }

const json = (value: unknown) => () => `'${JSON.stringify(value)}'::json`
const jsonb = (value: unknown) => () => json(value)() + 'b'

@Entity()
export class Profile {
  @PrimaryColumn()
  id: number

  @Column('jsonb', { nullable: true, default: () => "'{}'::jsonb" })
  empty: object

  @Column('jsonb', { default: () => `'[]'::jsonb` })
  list: string[]

  @Column('jsonb', { nullable: true, default: jsonb(DEFAULTS) })
  full: typeof DEFAULTS

  @Column('json', { nullable: true, default: json({ ...DEFAULTS, theme: 'light' }) })
  spread: typeof DEFAULTS

  @Column('jsonb', { nullable: true, default: 'plain' })
  text: string
}

export default new DataSource({ type: 'postgres', entities: [Profile] })
