import { Column, type ColumnOptions, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

type UserId = number & { readonly brand: unique symbol }

@Entity()
export class Typed {
  @PrimaryGeneratedColumn()
  readonly id!: UserId

  @Column('text' as any)
  public wide: string

  @Column({ type: 'text' } as ColumnOptions)
  protected kept!: string

  @Column({ length: 5, nullable: true } satisfies ColumnOptions)
  private satisfied?: string

  @Column({ default: <number>3, nullable: true })
  declare count: UserId
}

export default new DataSource({ type: 'postgres', entities: [Typed] })
