import { Column, DataSource, Entity, PrimaryGeneratedColumn, ViewColumn, ViewEntity } from 'typeorm'

@Entity()
export class Post {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  title: string
}

@ViewEntity({
  expression: `SELECT "id", "title" AS "headline" FROM "post"`,
})
export class Headline {
  @ViewColumn()
  id: number

  @ViewColumn({ name: 'headline' })
  text: string
}

@ViewEntity({ name: 'counts', schema: 'stats', materialized: true, expression: 'SELECT count(*) AS count FROM post' })
export class Counts {
  @ViewColumn()
  count: number
}

export default new DataSource({ type: 'postgres', entities: [Post, Headline, Counts] })
