import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm'

enum Mood {
  Sad = 'sad',
  Ok = 'ok',
  Happy = 'happy',
}

const mood = { type: 'enum', enum: Mood, enumName: 'mood' } as const

@Entity()
export class Person {
  @PrimaryColumn()
  id: number

  @Column({ ...mood, default: Mood.Ok })
  mood: Mood

  @Column({ ...mood, nullable: true })
  former: Mood

  @Column({ ...mood, array: true, nullable: true })
  all: Mood[]
}

export default new DataSource({ type: 'postgres', entities: [Person] })
