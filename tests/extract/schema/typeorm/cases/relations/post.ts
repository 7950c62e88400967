import { Column, Entity, Index, JoinColumn, JoinTable, ManyToMany, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, RelationId } from 'typeorm'

import { User } from './user'

@Entity()
export class Tag {
  @PrimaryColumn({ length: 30 })
  name: string
}

@Entity()
export class Seat {
  @PrimaryColumn()
  row: number

  @PrimaryColumn({ type: 'varchar', length: 4 })
  number: string
}

@Entity()
@Index(['author', 'slug'], { unique: true })
export class Post {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  slug: string

  @ManyToOne(() => User, (user) => user.posts, { nullable: false, onDelete: 'CASCADE', lazy: true })
  author: Promise<User>

  @RelationId((post: Post) => post.author)
  authorIds: string[]

  @ManyToMany(() => User, (user) => user.liked, { cascade: ['insert'] })
  @JoinTable({
    name: 'likes',
    joinColumn: { name: 'post', referencedColumnName: 'id', foreignKeyConstraintName: 'likes_post' },
    inverseJoinColumn: { name: 'user', foreignKeyConstraintName: 'likes_user' },
  })
  likes: User[]

  @ManyToMany(() => Tag, { onDelete: 'RESTRICT' })
  @JoinTable({ schema: 'meta', joinColumns: [{ name: 'post_id' }] })
  tags: Tag[]

  @ManyToOne(() => Seat)
  seat: Seat

  @ManyToOne(() => Seat, { onDelete: 'SET NULL' })
  @JoinColumn([
    { name: 'best_row', referencedColumnName: 'row' },
    { name: 'best_number', referencedColumnName: 'number' },
  ])
  best: Seat
}

@Entity()
export class Membership {
  @PrimaryColumn()
  userId: string

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'userId' })
  user: User

  @PrimaryColumn()
  tagName: string

  @ManyToOne(() => Tag)
  @JoinColumn({ name: 'tagName' })
  tag: Tag

  @Column({ name: 'post_id', type: 'bigint' })
  postId: number

  @ManyToOne(() => Post)
  @JoinColumn({ name: 'post_id' })
  post: Post
}
