import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm'

import type { Kind, State as Condition } from '.'
import { Color, Level } from '.'
import * as all from './types'

type Local = Condition | 'other'

@Entity()
export class Typed {
  @PrimaryColumn()
  id: all.UserId

  @Column()
  state: Condition

  @Column()
  local: Local

  @Column()
  color: Color

  @Column({ nullable: true })
  level?: Level

  @Column()
  member: Color.Red

  @Column()
  kind: Kind

  @Column({ nullable: true })
  optional?: string

  @Column()
  union: 'a' | 'b'

  @Column()
  template: `a-${string}`

  @Column()
  numbers: 1 | 2

  @Column()
  date: Date

  @Column()
  whole: all.Kind

  @Column()
  get accessor(): boolean {
    return true
  }
}

export default new DataSource({ type: 'postgres', entities: [Typed] })
