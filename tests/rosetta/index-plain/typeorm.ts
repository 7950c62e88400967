import { Column, DataSource, Entity, Index, PrimaryColumn } from 'typeorm'

@Entity()
@Index('log_actor_idx', ['actor'])
@Index(['actor', 'action'])
@Index('log_level_idx', (log: Log) => [log.level, log.action], { unique: true })
export class Log {
  @PrimaryColumn()
  id: number

  @Column('text', { nullable: true })
  actor: string

  @Index({ unique: true })
  @Column('text', { nullable: true })
  action: string

  @Column({ nullable: true })
  level: number
}

export default new DataSource({ type: 'postgres', entities: [Log] })
