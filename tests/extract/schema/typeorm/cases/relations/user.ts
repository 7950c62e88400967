import { Column, Entity, Index, JoinColumn, JoinTable, ManyToMany, ManyToOne, OneToMany, OneToOne, PrimaryColumn, PrimaryGeneratedColumn, Relation } from 'typeorm'

import { Post } from './post'

@Entity()
export class User {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @Column({ unique: true })
  email: string

  @Column({ nullable: true })
  managerId?: string

  @ManyToOne(() => User, (user) => user.reports, { onDelete: 'SET NULL' })
  manager?: User

  @OneToMany(() => User, (user) => user.manager)
  reports: User[]

  @OneToMany('Post', 'author')
  posts: Relation<Post>[]

  @OneToOne(() => Profile, (profile) => profile.user, { cascade: true })
  profile: Relation<Profile>

  @ManyToMany(() => User, (user) => user.followers)
  @JoinTable()
  following: User[]

  @ManyToMany(() => User, (user) => user.following, { onDelete: 'NO ACTION' })
  followers: User[]

  @ManyToMany(() => Post, (post) => post.likes)
  liked: Relation<Post>[]
}

@Entity('user_profile')
export class Profile {
  @PrimaryColumn('uuid')
  userId: string

  @OneToOne(() => User, (user) => user.profile, { onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn()
  user: User

  @OneToOne(() => Post, { nullable: false })
  @JoinColumn({ name: 'pinned', foreignKeyConstraintName: 'profile_pinned' })
  pinned: Relation<Post>

  @ManyToOne(() => User, { createForeignKeyConstraints: false })
  @JoinColumn({ name: 'mentor_email', referencedColumnName: 'email' })
  @Index()
  mentor: User
}
