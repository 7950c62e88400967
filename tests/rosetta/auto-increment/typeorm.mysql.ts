import { DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
export class Ticket {
  @PrimaryGeneratedColumn()
  id: number
}

@Entity()
export class Event {
  @PrimaryGeneratedColumn('increment', { type: 'bigint', unsigned: true })
  id: string
}

export default new DataSource({ type: 'mysql', database: 'app', entities: [Ticket, Event] })
