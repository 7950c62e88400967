import { Column, DataSource, Entity, Index, PrimaryColumn } from 'typeorm'

@Entity()
@Index('subscription_active_idx', ['owner'], { unique: true, where: '"subscription"."active" = true' })
@Index('subscription_open_idx', ['owner'], { where: 'ended_at is null' })
@Index('subscription_null_idx', ['state'], { where: '"subscription"."ended_at" is null' })
@Index('subscription_state_idx', ['state'], { where: `"subscription"."state" in ('a', 'b')` })
export class Subscription {
  @PrimaryColumn()
  id: number

  @Column('text')
  owner: string

  @Column({ nullable: true })
  active: boolean

  @Column({ name: 'ended_at', nullable: true })
  endedAt: Date

  @Column('text', { nullable: true })
  state: string
}

export default new DataSource({ type: 'postgres', entities: [Subscription] })
