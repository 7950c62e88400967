import * as orm from 'typeorm'

import { local } from './local'

/** Not the one of TypeORM. */
const Entity = (name: string) => (target: unknown) => {
  local(name, { target })
}

@Entity('fake')
export class Fake {
  id: number
}

@orm.Entity('real')
export class Real {
  @orm.PrimaryColumn()
  id: number

  @orm.Column('text', { nullable: true })
  name: string

  @orm.AfterLoad()
  hook() {
    return this.name
  }
}

export class RealDto {
  name: string
}

export default new orm.DataSource({ type: 'postgres', entities: [Real] })
