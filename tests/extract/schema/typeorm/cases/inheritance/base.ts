import { BaseEntity, Column, CreateDateColumn, Index, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'

import { Owner } from './data-source'

export abstract class Identified extends BaseEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string
}

export abstract class Owned<T> extends Identified {
  @ManyToOne(() => Owner, { nullable: false })
  owner: T

  @Column({ default: 'base' })
  @Index()
  state: string

  @CreateDateColumn()
  createdAt: Date
}

type Constructor<T = object> = abstract new (...args: any[]) => T

export function Named<Base extends Constructor>(base: Base) {
  abstract class WithName extends base {
    @Column({ length: 50 })
    name: string
  }
  return WithName
}

export class Keyed {
  @PrimaryColumn()
  key: string
}
