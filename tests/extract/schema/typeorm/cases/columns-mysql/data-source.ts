import {
  Column,
  CreateDateColumn,
  DataSource,
  DeleteDateColumn,
  Entity,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm'

enum Status {
  Draft = 'draft',
  Sent = "it's sent",
}

@Entity({ engine: 'InnoDB', comment: 'words' })
export class Everything {
  @PrimaryGeneratedColumn({ unsigned: true, comment: 'the key' })
  id: number

  @Column({ unique: true })
  name: string

  @Column({ length: 40, charset: 'utf8mb4', collation: 'utf8mb4_bin', nullable: true })
  code: string

  @Column('varchar')
  plain: string

  @Column('nvarchar', { length: 20 })
  national: string

  @Column('varbinary')
  binary: Buffer

  @Column('uuid', { nullable: true })
  uuid: string

  @Column()
  yes: boolean

  @Column({ type: 'bool', default: false })
  no: boolean

  @Column('int', { width: 5, zerofill: true })
  padded: number

  @Column('bigint', { unsigned: true, default: 3 })
  big: string

  @Column('decimal', { precision: 10, scale: 2, default: 1.005 })
  price: number

  @Column('double', { default: 0.5 })
  ratio: number

  @Column('double', { precision: 8, scale: 3, default: -2.5 })
  exact: number

  @Column('float', { default: 2 })
  float: number

  @Column({ type: 'enum', enum: Status, default: Status.Draft })
  status: Status

  @Column('simple-enum', { enum: ['a', 'b'], nullable: true })
  simple: string

  @Column('set', { enum: ['x', 'y'], default: ['x', 'y'] })
  set: string[]

  @Column('simple-json', { nullable: true })
  json: object

  @Column('json')
  document: object

  @Column('datetime', { precision: 3, default: () => 'CURRENT_TIMESTAMP(3)', onUpdate: 'CURRENT_TIMESTAMP(3)' })
  touched: Date

  @Column('timestamp', { default: () => 'NOW()' })
  stamp: Date

  @Column({ nullable: true })
  when: Date

  @Column({ asExpression: 'concat(name, code)', nullable: true })
  computed: string

  @Column({ asExpression: 'upper(name)', generatedType: 'STORED', length: 50 })
  stored: string

  @Column({ comment: "it's" })
  commented: string

  @CreateDateColumn()
  createdAt: Date

  @UpdateDateColumn({ precision: 0 })
  updatedAt: Date

  @UpdateDateColumn({ type: 'timestamp', precision: null })
  updated2: Date

  @DeleteDateColumn()
  deletedAt: Date

  @VersionColumn()
  version: number
}

@Entity({ database: 'other' })
export class Keyed {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @ManyToOne(() => Everything)
  everything: Everything

  @ManyToOne(() => Keyed)
  self: Keyed
}

@Entity()
export class Rowed {
  @PrimaryColumn('varchar', { length: 36, primaryKeyConstraintName: 'rowed_key' })
  id: string
}

export default new DataSource({ type: 'mysql', database: 'app', entities: [Everything, Keyed, Rowed] })
