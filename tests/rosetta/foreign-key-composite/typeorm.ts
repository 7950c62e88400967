import { Column, DataSource, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm'

@Entity()
export class Seat {
  @PrimaryColumn()
  row: number

  @PrimaryColumn()
  number: number
}

@Entity()
export class Booking {
  @PrimaryColumn()
  id: number

  @Column('text')
  guest: string

  @ManyToOne(() => Seat, { onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn([
    { name: 'seat_row', referencedColumnName: 'row', foreignKeyConstraintName: 'booking_seat_fk' },
    { name: 'seat_number', referencedColumnName: 'number', foreignKeyConstraintName: 'booking_seat_fk' },
  ])
  seat: Seat
}

@Entity()
export class Waiting {
  @PrimaryColumn()
  id: number

  @ManyToOne(() => Seat)
  @JoinColumn([
    { name: 'seat_row', referencedColumnName: 'row' },
    { name: 'seat_number', referencedColumnName: 'number' },
  ])
  seat: Seat
}

export default new DataSource({ type: 'postgres', entities: [Seat, Booking, Waiting] })
