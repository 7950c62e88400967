import { Column, DataSource, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm'

const PREFIX = 'shop'

@Entity()
export class Post {
  @PrimaryColumn()
  id: number

  @Index('title_idx')
  @Column('text', { unique: true, nullable: true })
  title: string
}

@Entity()
export class Reply {
  @PrimaryColumn()
  id: number

  @ManyToOne(() => Post)
  @JoinColumn({ name: 'post', referencedColumnName: 'title' })
  post: Post
}

export default new DataSource({ type: 'postgres', entityPrefix: `${PREFIX}_`, entities: [Post, Reply] })
