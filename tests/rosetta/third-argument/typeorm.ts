import { Check, Column, DataSource, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm'

@Entity()
export class Parent {
  @PrimaryColumn()
  id: number
}

abstract class Keyed {
  @PrimaryColumn()
  a: number

  @PrimaryColumn()
  b: number

  @Column('text', { nullable: true })
  c: string

  @ManyToOne(() => Parent)
  @JoinColumn({ name: 'a' })
  parent: Parent
}

@Entity()
@Index('as_object_c', ['c'])
@Unique('as_object_one_c', ['c'])
@Check('as_object_check', '"as_object"."a" > 0')
export class AsObject extends Keyed {}

@Entity()
@Index('as_array_c', ['c'])
@Unique('as_array_one_c', ['c'])
@Check('as_array_check', '"as_array"."a" > 0')
export class AsArray extends Keyed {}

abstract class Plain {
  @PrimaryColumn()
  id: number

  @Column()
  a: number

  @Column()
  b: number

  @Column('text', { nullable: true })
  c: string
}

@Entity()
@Index('with_body_both', ['a', 'c'], { unique: true })
export class WithBody extends Plain {}

@Entity()
@Index('conditional_a', ['a'])
export class Conditional extends Plain {}

export default new DataSource({ type: 'postgres', entities: [Parent, AsObject, AsArray, WithBody, Conditional] })
