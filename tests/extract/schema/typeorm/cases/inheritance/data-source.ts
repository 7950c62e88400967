import { ChildEntity, Column, DataSource, Entity, ManyToOne, OneToMany, PrimaryGeneratedColumn, Relation, TableInheritance } from 'typeorm'

import { Identified, Keyed, Named, Owned } from './base'

@Entity()
export class Owner {
  @PrimaryGeneratedColumn()
  id: number
}

@Entity()
export class Plain extends Owned<Owner> {
  @Column()
  title: string
}

@Entity()
export class Overriding extends Owned<Owner> {
  @Column({ default: 'derived', length: 10, nullable: true })
  state: string
}

@Entity()
export class Mixed extends Named(Keyed) {
  @Column()
  extra: number
}

@Entity()
export class Concrete extends Plain {
  @Column('text')
  more: string
}

@Entity()
@TableInheritance({ column: { type: 'varchar', name: 'kind', length: 20 } })
export class Content extends Identified {
  @Column()
  title: string

  @OneToMany(() => Comment, (comment) => comment.content)
  comments: Relation<Comment>[]
}

@ChildEntity()
export class Photo extends Content {
  @Column()
  size: string

  @ManyToOne(() => Owner)
  photographer: Owner
}

@ChildEntity('a question')
export class Question extends Content {
  @Column({ nullable: false })
  answers: number

  @Column()
  size: string
}

@ChildEntity()
export class LongQuestion extends Question {
  @Column('text', { default: 'x' })
  text: string
}

@Entity()
@TableInheritance({ column: 'type' })
export class Event {
  @PrimaryGeneratedColumn()
  id: number

  @Column({ type: 'enum', enum: ['click', 'view'] })
  type: string
}

@ChildEntity('click')
export class Click extends Event {
  @Column('jsonb')
  position: object
}

@Entity()
export class Comment {
  @PrimaryGeneratedColumn()
  id: number

  @ManyToOne(() => Content, (content) => content.comments, { onDelete: 'CASCADE' })
  content: Content

  @ManyToOne(() => Photo)
  photo: Photo
}

export default new DataSource({
  type: 'postgres',
  entities: [Owner, Plain, Overriding, Mixed, Concrete, Content, Photo, Question, LongQuestion, Event, Click, Comment],
})
