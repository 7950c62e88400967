import { DataSource, Entity, PrimaryColumn } from 'typeorm'

@Entity({ schema: 'without-effect' })
export class Customer {
  @PrimaryColumn()
  id: number
}

export default new DataSource({ type: 'mysql', database: 'app', entities: [Customer] })
