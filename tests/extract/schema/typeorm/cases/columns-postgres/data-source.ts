import {
  Column,
  CreateDateColumn,
  DataSource,
  DeleteDateColumn,
  Entity,
  Generated,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
  VersionColumn,
  VirtualColumn,
} from 'typeorm'

enum Status {
  Draft = 'draft',
  Sent = "it's sent",
}

enum Level {
  Low = 1,
  High = 2,
}

const money = { type: 'numeric', precision: 12, scale: 2, nullable: true } as const

@Entity({ comment: 'All kinds of columns' })
export class Everything {
  @PrimaryGeneratedColumn('uuid', { comment: 'the key' })
  id: string

  @Column({ type: 'int', generated: 'increment' })
  counter: number

  @Column()
  @Generated('uuid')
  token: string

  @Column({ type: 'character varying', length: 10, collation: 'de_DE' })
  code: string

  @Column('char', { length: '3' })
  country: string

  @Column('char')
  letter: string

  @Column('bit varying', { length: 5 })
  bits: string

  @Column(money)
  price: string

  @Column({ ...money, nullable: false, default: 0 })
  total: string

  @Column('decimal', { precision: 5 })
  precise: string

  @Column('timestamp', { precision: 3 })
  stamp: Date

  @Column('timestamp with time zone', { precision: 0, default: () => 'CURRENT_TIMESTAMP' })
  zoned: Date

  @Column('timestamp', { default: () => 'CURRENT_TIMESTAMP(3)' })
  preciseDefault: Date

  @Column('date', { default: () => 'CURRENT_DATE' })
  day: string

  @Column('time', { default: () => 'LOCALTIME' })
  clock: string

  @Column('timetz', { precision: 2 })
  zonedClock: string

  @Column('interval')
  period: string

  @Column('text', { array: true, default: [] })
  tags: string[]

  @Column('int', { array: true, default: [1, 2], nullable: true })
  numbers: number[]

  @Column('varchar', { array: true, length: 4, default: '{}' })
  codes: string[]

  @Column('simple-array', { nullable: true })
  list: string[]

  @Column('simple-json', { default: '{}' })
  document: object

  @Column('jsonb', { default: { on: true, list: [1, 'a'], nested: { none: null } } })
  settings: object

  @Column('json', { default: ['a'] })
  items: string[]

  @Column({ type: 'enum', enum: Status, default: Status.Draft })
  status: Status

  @Column({ type: 'enum', enum: Level, default: Level.High })
  level: Level

  @Column({ type: 'simple-enum', enum: ['a', 'b'], nullable: true })
  simple: string

  @Column({ type: 'enum', enum: Status, enumName: 'status', array: true, default: [Status.Draft] })
  statuses: Status[]

  @Column({ type: 'enum', enum: [1, 2, 3], name: 'NumberOf' })
  numberOf: number

  @Column({ default: true })
  yes: boolean

  @Column({ default: null })
  nothing: string

  @Column({ default: null, nullable: false })
  something: string

  @Column({ default: 1.5, type: 'float' })
  ratio: number

  @Column({ default: -3 })
  negative: number

  @Column({ default: 'text', select: false, update: false, insert: false })
  text: string

  @Column({ type: 'text', transformer: { to: (value) => value, from: (value) => value } })
  transformed: string[]

  @Column('text', { generatedType: 'STORED', asExpression: 'lower(code)' })
  lowered: string

  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326, nullable: true })
  place: object

  @Column('geography', { nullable: true })
  area: object

  @Column('hstore', { nullable: true })
  store: object

  @Column({ type: String, name: 'other_name', comment: "it's a comment" })
  named: string

  @Column({ type: Date })
  when: Date

  @Column({ type: Number, nullable: true })
  amount: number | null

  @Column({ type: Boolean })
  flag: boolean

  @Column('bytea')
  bytes: Buffer

  @Column('vector', { length: 3, nullable: true })
  embedding: string

  @Column('timestamp')
  @CreateDateColumn()
  createdAt: Date

  @CreateDateColumn({ type: 'timestamptz', precision: 3, default: () => 'now() + 1' })
  created2: Date

  @UpdateDateColumn({ name: 'updated' })
  updatedAt: Date

  @DeleteDateColumn()
  deletedAt?: Date

  @VersionColumn()
  version: number

  @VirtualColumn({ query: (alias) => `SELECT COUNT(*) FROM "x" WHERE "id" = ${alias}.id` })
  count: number
}

@Entity()
export class Identities {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id: number

  @Column({ type: 'bigint', generated: 'identity' })
  other: string
}

@Entity('big')
export class Big {
  @PrimaryGeneratedColumn({ type: 'bigint', primaryKeyConstraintName: 'big_key' })
  id: string
}

export const dataSource = new DataSource({ type: 'postgres', entities: [Everything, Identities, Big] })
