import { Column, DataSource, Entity, Index, PrimaryColumn } from 'typeorm'

@Entity('Order Items')
@Index('Upper Index', ['upper', 'dash-key'])
export class Order {
  @PrimaryColumn()
  id: number

  @Column('text', { nullable: true })
  2: string

  @Column('text', { nullable: true })
  'dash-key': string

  @Column('text', { nullable: true })
  ünïcode: string

  @Column({ name: 'UPPER', nullable: true })
  upper: number

  @Column('text', { name: 'with"quote', nullable: true })
  quote: string

  @Column('text', { name: 'a|b', nullable: true })
  pipe: string

  @Column('text', { name: 'constructor', nullable: true })
  builder: string
}

export default new DataSource({ type: 'postgres', entities: [Order] })
