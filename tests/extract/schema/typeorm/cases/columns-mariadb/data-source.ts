import { Column, DataSource, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm'

@Entity()
export class Note {
  @PrimaryColumn('uuid')
  id: string

  @Column('json')
  document: object

  @Column('datetime', { default: () => 'CURRENT_TIMESTAMP' })
  at: Date

  @UpdateDateColumn()
  updatedAt: Date

  @Column({ asExpression: 'upper(id)' })
  computed: string
}

export default new DataSource({ type: 'mariadb', database: 'app', entities: [Note] })
