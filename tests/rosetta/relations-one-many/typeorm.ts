import { Column, DataSource, Entity, JoinColumn, ManyToOne, OneToMany, OneToOne, PrimaryColumn, Relation } from 'typeorm'

@Entity()
export class User {
  @PrimaryColumn()
  id: number

  @Column('text', { nullable: true })
  name: string

  @OneToMany(() => Post, (post) => post.author)
  posts: Post[]

  @OneToOne(() => Profile, 'user')
  profile: Relation<Profile>
}

@Entity()
export class Post {
  @PrimaryColumn()
  id: number

  @ManyToOne(() => User, (user) => user.posts)
  @JoinColumn({ name: 'author_id' })
  author: User
}

@Entity()
export class Profile {
  @PrimaryColumn({ name: 'user_id' })
  userId: number

  @OneToOne(() => User, (user) => user.profile, { createForeignKeyConstraints: false })
  @JoinColumn({ name: 'user_id' })
  user: User
}

export default new DataSource({ type: 'postgres', entities: [User, Post, Profile] })
