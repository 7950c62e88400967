// @Entity('commented')
import { /* Column, */ DataSource, Entity, PrimaryColumn } from 'typeorm' // trailing

/**
 * @Entity('documented')
 * export class Documented {}
 */
@Entity(/* name */ 'only') // the name
export class Only {
  // @Column() id: string
  @PrimaryColumn(/* type */) /* @Index() */ id: number
}
const text = "@Entity('quoted') export class Quoted {}"

export default new DataSource({ type: 'postgres', entities: [Only] })
