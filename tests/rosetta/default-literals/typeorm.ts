import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm'

const FALLBACK = 'unknown'
const HOUR = 60 * 60

@Entity()
export class Setting {
  @PrimaryColumn()
  id: number

  @Column('text', { default: 'anonymous' })
  name: string

  @Column('text', { nullable: true, default: '' })
  empty: string

  @Column('text', { nullable: true, default: `it''s "so"` })
  quoted: string

  @Column('text', { nullable: true, default: 'a\nb\tc' })
  multiline: string

  @Column({ length: 50, nullable: true, default: `n/${FALLBACK}` })
  template: string

  @Column('char', { length: 2, nullable: true, default: 'DE' })
  code: string

  @Column({ nullable: true, default: 0 })
  count: number

  @Column({ nullable: true, default: 24 * HOUR })
  seconds: number

  @Column('int', { nullable: true, default: -1 })
  negative: number

  @Column('float', { nullable: true, default: 0.5 })
  ratio: number

  @Column('decimal', { precision: 6, scale: 2, nullable: true, default: '9.90' })
  price: string

  @Column({ nullable: true, default: true })
  yes: boolean

  @Column({ default: false })
  no: boolean

  @Column('text', { nullable: true })
  none: string
}

export default new DataSource({ type: 'postgres', entities: [Setting] })
