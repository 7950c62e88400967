import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
export class Numbers {
  @PrimaryGeneratedColumn()
  id: number

  @Column({ nullable: true })
  normal: number

  @Column('integer', { nullable: true })
  flag: number

  @Column('real', { nullable: true })
  real: number

  @Column('numeric', { nullable: true })
  numeric: string

  @Column('blob', { nullable: true })
  big: Buffer
}

export default new DataSource({ type: 'sqlite', database: ':memory:', entities: [Numbers] })
