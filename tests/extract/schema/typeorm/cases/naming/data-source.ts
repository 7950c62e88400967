import { Column, DataSource, Entity, Index, JoinColumn, JoinTable, ManyToMany, ManyToOne, OneToOne, PrimaryGeneratedColumn, Relation } from 'typeorm'
import { SnakeNamingStrategy } from 'typeorm-naming-strategies'

class Address {
  @Column()
  streetName: string

  @Column({ name: 'zipCode' })
  zip: string
}

@Entity()
export class UserAccount {
  @PrimaryGeneratedColumn()
  userId: number

  @Column({ unique: true })
  emailAddress: string

  @Column({ name: 'givenName' })
  @Index()
  givenName: string

  @Column(() => Address)
  homeAddress: Address

  @ManyToOne(() => UserAccount)
  bestFriend: UserAccount

  @OneToOne(() => BlogPost)
  @JoinColumn()
  latestPost: Relation<BlogPost>

  @Column({ type: 'enum', enum: ['a', 'b'] })
  userKind: string
}

@Entity({ name: 'BlogPosts', schema: 'blog' })
export class BlogPost {
  @PrimaryGeneratedColumn()
  id: number

  @ManyToMany(() => UserAccount)
  @JoinTable()
  readBy: UserAccount[]

  @ManyToMany(() => BlogPost)
  @JoinTable()
  relatedPosts: BlogPost[]
}

const options = {
  type: 'postgres' as const,
  schema: 'app',
  entityPrefix: 'x_',
  namingStrategy: new SnakeNamingStrategy(),
}

export default new DataSource({ ...options, entities: { UserAccount, BlogPost } })
