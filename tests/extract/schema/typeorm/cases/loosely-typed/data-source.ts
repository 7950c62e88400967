import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm'

@Entity()
export class Typed {
  @PrimaryColumn()
  id: number

  @Column()
  text: string | null

  @Column()
  date: Date | undefined

  @Column()
  flag: boolean | null | undefined
}

export default new DataSource({ type: 'postgres', entities: [Typed] })
