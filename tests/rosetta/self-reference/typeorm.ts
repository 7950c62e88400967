import { Column, DataSource, Entity, ForeignKey, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm'

@Entity()
export class Folder {
  @PrimaryColumn()
  id: number

  @ManyToOne((type) => Folder, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'parent_id', referencedColumnName: 'id' })
  parent: Folder
}

@Entity()
export class Comment {
  @PrimaryColumn()
  id: number

  @Column({ name: 'reply_to', nullable: true })
  @ForeignKey(() => Comment, { onDelete: 'SET NULL' })
  replyTo: number

  @Column('text', { nullable: true })
  body: string
}

export default new DataSource({ type: 'postgres', entities: [Folder, Comment] })
