import { DataSource, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
export class Ticket {
  @PrimaryGeneratedColumn()
  id: number
}

@Entity()
export class Event {
  @PrimaryColumn('int')
  id: number
}

export default new DataSource({ type: 'better-sqlite3', database: ':memory:', entities: [Ticket, Event] })
