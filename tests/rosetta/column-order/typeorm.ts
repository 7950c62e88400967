import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm'

@Entity()
export class Row {
  @PrimaryColumn()
  id: number

  @Column({ name: 'one', nullable: true })
  1: number

  @Column({ name: 'ten', nullable: true })
  10: number

  @Column('text', { nullable: true })
  zebra: string

  @Column('text', { nullable: true })
  apple: string

  @Column('text', { nullable: true })
  mango: string
}

export default new DataSource({ type: 'postgres', entities: [Row] })
