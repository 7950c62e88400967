import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm'

@Entity()
export class Membership {
  @PrimaryColumn({ length: 40 })
  team: string

  @PrimaryColumn()
  person: number

  @Column({ length: 40, nullable: true })
  role: string
}

export default new DataSource({ type: 'mysql', database: 'app', entities: [Membership] })
