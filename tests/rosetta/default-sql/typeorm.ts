import { Column, CreateDateColumn, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

const week = '7 days'

@Entity()
export class Visit {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @Column('uuid', { nullable: true, default: () => 'gen_random_uuid()' })
  other: string

  @CreateDateColumn()
  at: Date

  @Column({ type: 'timestamptz', precision: 3, nullable: true, default: () => 'CURRENT_TIMESTAMP' })
  precise: Date

  @Column('timestamp', { nullable: true, default: () => `now() + interval '${week}'` })
  until: Date

  @Column('date', { nullable: true, default: () => 'now()' })
  day: string

  @Column('time without time zone', { nullable: true, default: () => 'now()' })
  clock: string

  @Column('text', {
    nullable: true,
    default: function () {
      return 'current_user'
    },
  })
  user: string

  @Column({ nullable: true, default: () => '1 + 1' })
  number: number

  @Column('text', { nullable: true, default: () => 'null' })
  nothing: string

  @Column('text', { nullable: true, default: () => "'raw'" })
  inlined: string
}

export default new DataSource({ type: 'postgres', uuidExtension: 'pgcrypto', entities: [Visit] })
