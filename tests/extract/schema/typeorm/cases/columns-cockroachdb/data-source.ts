import { Column, CreateDateColumn, DataSource, Entity, Index, ManyToOne, PrimaryGeneratedColumn, VersionColumn } from 'typeorm'

@Entity()
export class Everything {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  name: string

  @Index({ unique: true })
  @Column({ length: 20 })
  code: string

  @Column({ default: true })
  yes: boolean

  @Column('decimal', { precision: 10, scale: 2, default: 1.5 })
  price: number

  @Column()
  when: Date

  @Column('timestamp with time zone', { default: () => 'CURRENT_TIMESTAMP' })
  stamp: Date

  @Column('enum', { enum: ['a', 'b'], default: 'a' })
  choice: string

  @Column('text', { nullable: true })
  text: string

  @Column('jsonb', { default: { a: 1 } })
  json: object

  @CreateDateColumn()
  createdAt: Date

  @VersionColumn()
  version: number
}

@Entity()
export class Keyed {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @ManyToOne(() => Everything)
  everything: Everything
}

@Entity()
export class Rowed {
  @PrimaryGeneratedColumn('rowid')
  id: string
}

export default new DataSource({ type: 'cockroachdb', timeTravelQueries: false, entities: [Everything, Keyed, Rowed] })
