import { DataSource, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm'

@Entity()
export class Folder {
  @PrimaryColumn()
  id: number

  @ManyToOne(() => Folder, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'parent_id' })
  parent: Folder
}

export default new DataSource({ type: 'sqlite', database: 'app', entities: [Folder] })
