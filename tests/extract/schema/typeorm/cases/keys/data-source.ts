import { Check, Column, DataSource, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'

@Entity()
@Index(['a', 'b'])
@Index('named', ['b', 'a'], { unique: true, where: '"a" IS NOT NULL' })
@Index((row: Keyed) => [row.c])
@Index('ordered', (row: Keyed) => ({ c: 1, a: -1 }))
@Index('unmanaged', { synchronize: false })
@Unique(['c'])
@Unique('both', ['a', 'c'], { deferrable: 'INITIALLY DEFERRED' })
@Unique((row: Keyed) => [row.b])
@Check('"a" > 0')
@Check('named_check', '"b" < 100')
@Exclusion('USING gist ("period" WITH &&)')
@Exclusion('named_exclusion', 'USING gist ("period" WITH =)')
export class Keyed {
  @PrimaryColumn({ primaryKeyConstraintName: 'keyed_key' })
  one: number

  @PrimaryColumn({ name: 'TWO', primaryKeyConstraintName: 'keyed_key' })
  two: number

  @Column()
  @Index('on_a')
  a: number

  @Column()
  @Index({ unique: true })
  @Check('"b" <> 5')
  b: number

  @Column()
  @Unique('unique_c', ['c'])
  c: number

  @Column('geometry')
  @Index({ spatial: true })
  place: object

  @Column('tstzrange')
  period: string
}

@Entity()
@ForeignKey(() => Keyed, ['x', 'y'], ['one', 'two'], { name: 'to_keyed', onDelete: 'CASCADE' })
export class Pointing {
  @PrimaryColumn()
  id: number

  @Column()
  x: number

  @Column()
  y: number

  @ForeignKey<Pointing>('Pointing', 'id', { onUpdate: 'SET NULL' })
  @Column()
  self: number
}

export default new DataSource({ type: 'postgres', entities: [Keyed, Pointing] })
