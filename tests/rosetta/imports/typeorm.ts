import * as orm from 'typeorm'
import { Entity as Table, Column, JoinColumn, PrimaryColumn as Key } from 'typeorm'

@orm.Entity()
export class First {
  @orm.PrimaryColumn()
  id: number

  @Column('text', { nullable: true })
  text: string
}

@Table()
export class Second {
  @Key()
  id: number

  @orm.ManyToOne(() => First)
  @JoinColumn({ name: 'id' })
  first: First
}

@Table()
class Third {
  @Key()
  id: number
}
export { Third }

@Table('fourth')
export default class Last {
  @Key()
  id: number
}

export const source = new orm.DataSource({ type: 'postgres', entities: [First, Second, Third, Last] })
