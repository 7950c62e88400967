import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm'

@Entity()
export class Note {
  @PrimaryColumn()
  id: number

  @Column('text')
  title: string

  @Column({ type: 'text', nullable: true })
  body?: string
}

export default new DataSource({ type: 'mysql', database: 'app', entities: [Note] })
