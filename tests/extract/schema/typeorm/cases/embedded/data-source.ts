import { Column, CreateDateColumn, DataSource, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm'

@Entity()
export class Country {
  @PrimaryGeneratedColumn()
  id: number
}

class Period {
  @Column({ nullable: true })
  from: Date

  @Column({ name: 'until_date' })
  until: Date
}

abstract class Audit {
  @CreateDateColumn()
  createdAt: Date
}

class Address extends Audit {
  @Column()
  street: string

  @Column({ unique: true })
  @Index()
  zipCode: string

  @ManyToOne(() => Country, { onDelete: 'RESTRICT' })
  country: Country

  @Column(() => Period)
  valid: Period

  @Column(() => Period, { prefix: false })
  bare: Period
}

@Entity()
@Unique(['home.street', 'name'])
export class Person {
  @Column(() => Address)
  home: Address

  @Column((type) => Address, { prefix: 'work_place' })
  work: Address

  @PrimaryGeneratedColumn()
  id: number

  @Column()
  name: string

  @Column(() => Period, { prefix: '' })
  life: Period
}

export default new DataSource({ type: 'postgres', entities: [Person, Country] })
