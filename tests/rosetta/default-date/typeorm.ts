import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm'

const EPOCH = '1970-01-01 00:00:00.000'

@Entity()
export class Period {
  @PrimaryColumn()
  id: number

  @Column({ nullable: true, default: '2024-01-02 03:04:05.678' })
  start: Date

  @Column('timestamptz', { name: 'start_zone', nullable: true, default: '2024-01-02T03:04:05.678Z' })
  startZone: Date

  @Column('date', { nullable: true, default: '2024-01-02' })
  day: string

  @Column('timestamp', { nullable: true, default: EPOCH })
  epoch: Date

  @Column('timestamp', { nullable: true, default: () => "'2024-01-02 03:04:05'" })
  written: string
}

export default new DataSource({ type: 'postgres', entities: [Period] })
