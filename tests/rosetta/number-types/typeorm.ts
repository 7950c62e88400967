import { Column, DataSource, Entity, Generated, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
export class Numbers {
  @PrimaryGeneratedColumn()
  serial: number

  @Column('smallint', { nullable: true })
  small: number

  @Column({ nullable: true })
  normal: number

  @Column('bigint', { nullable: true })
  big: string

  @Column('int8', { name: 'big_number', nullable: true })
  bigNumber: string

  @Column('real', { nullable: true })
  real: number

  @Column('float', { nullable: true })
  double: number

  @Column('numeric', { nullable: true })
  numeric: string

  @Column('numeric', { nullable: true, precision: 10 })
  precise: string

  @Column('numeric', { nullable: true, precision: 10, scale: 2 })
  scaled: string

  @Column('decimal', { name: 'as_number', nullable: true, precision: 12, scale: 0 })
  asNumber: number

  @Column({ type: 'decimal', precision: 5, scale: 3, nullable: true })
  decimal: string

  @Column('smallint', { name: 'small_serial' })
  @Generated()
  smallSerial: number

  @Column({ type: 'bigint', name: 'big_serial', generated: 'increment' })
  bigSerial: string

  @Column({ nullable: true })
  flag: boolean
}

export default new DataSource({ type: 'postgres', entities: [Numbers] })
