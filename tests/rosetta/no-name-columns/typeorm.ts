import { Column, CreateDateColumn, DataSource, Entity, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'

enum Kind {
  A = 'a',
  B = 'b',
}

@Entity()
export class User {
  @PrimaryColumn()
  id: number

  @Column('text')
  fullName: string

  @Column({ length: 255, unique: true, nullable: true })
  email: string

  @Column({ type: 'enum', enum: Kind, enumName: 'kind', default: Kind.A, nullable: true })
  kind: Kind

  @CreateDateColumn({ type: 'timestamp with time zone', nullable: true })
  at: Date
}

@Entity()
export class Callback {
  @PrimaryGeneratedColumn()
  id: number

  @Column({ length: 20, nullable: true })
  label: string

  @ManyToOne(() => User)
  @JoinColumn({ name: 'user_id' })
  user: User
}

export default new DataSource({ type: 'postgres', entities: [User, Callback] })
