import {
  Column,
  CreateDateColumn,
  DataSource,
  DeleteDateColumn,
  Entity,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm'

@Entity()
export class Everything {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  name: string

  @Column({ length: 20, unique: true, default: "it's" })
  code: string

  @Column()
  yes: boolean

  @Column({ default: false })
  no: boolean

  @Column({ default: 1.5, type: 'real' })
  ratio: number

  @Column('decimal', { precision: 10, scale: 2, default: 0 })
  price: number

  @Column('date', { default: () => "(date('now'))" })
  day: string

  @Column({ default: () => 'CURRENT_TIMESTAMP' })
  stamp: Date

  @Column('simple-enum', { enum: ['a', "b'c"], default: 'a' })
  choice: string

  @Column('simple-json', { nullable: true })
  json: object

  @Column('simple-array')
  list: string[]

  @Column('blob', { nullable: true })
  bytes: Buffer

  @Column('int8')
  big: string

  @Column({ asExpression: 'upper(name)', generatedType: 'VIRTUAL' })
  computed: string

  @Column({ asExpression: 'lower(name)', generatedType: 'STORED' })
  stored: string

  @CreateDateColumn()
  createdAt: Date

  @UpdateDateColumn()
  updatedAt: Date

  @DeleteDateColumn()
  deletedAt: Date

  @VersionColumn()
  version: number
}

@Entity({ withoutRowid: true })
export class Keyed {
  @PrimaryGeneratedColumn('uuid')
  id: string
}

@Entity()
export class Pair {
  @PrimaryColumn()
  left: number

  @PrimaryColumn()
  right: number
}

export default new DataSource({ type: 'better-sqlite3', database: 'app.sqlite', entities: [Everything, Keyed, Pair] })
