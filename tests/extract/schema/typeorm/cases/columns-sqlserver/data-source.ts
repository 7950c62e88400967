import {
  Column,
  CreateDateColumn,
  DataSource,
  Entity,
  JoinColumn,
  OneToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm'

@Entity({ schema: 'sales' })
@Unique(['name', 'code'])
export class Everything {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  name: string

  @Column('varchar', { length: 'max' })
  code: string

  @Column({ default: true })
  yes: boolean

  @Column('decimal', { precision: 10, scale: 2, default: 1.5 })
  price: number

  @Column()
  when: Date

  @Column({ default: () => 'CURRENT_TIMESTAMP' })
  stamp: Date

  @Column('simple-enum', { enum: ['a', 'b'], default: 'a' })
  choice: string

  @Column('simple-json')
  json: object

  @Column('uuid', { default: () => 'newid()' })
  uuid: string

  @Column('datetimeoffset', { precision: 3 })
  offset: Date

  @CreateDateColumn()
  createdAt: Date

  @UpdateDateColumn()
  updatedAt: Date

  @VersionColumn()
  version: number
}

@Entity({ schema: 'dbo' })
export class Keyed {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @OneToOne(() => Everything)
  @JoinColumn()
  everything: Everything
}

export default new DataSource({ type: 'mssql', database: 'app', entities: [Everything, Keyed] })
