import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm'

type Payload = { id: string }

@Entity()
export class Message {
  @PrimaryColumn()
  id: number

  @Column('jsonb')
  payload: Payload

  @Column({ type: 'json', nullable: true })
  raw: Record<string, unknown>[]
}

export default new DataSource({ type: 'postgres', entities: [Message] })
