import { Column, DataSource, Entity, ManyToOne, OneToMany, PrimaryColumn, PrimaryGeneratedColumn, Tree, TreeChildren, TreeLevelColumn, TreeParent } from 'typeorm'

@Entity()
export class Adjacent {
  @PrimaryGeneratedColumn()
  id: number

  @ManyToOne((type) => Adjacent, (category) => category.children)
  parent: Adjacent

  @OneToMany((type) => Adjacent, (category) => category.parent)
  children: Adjacent[]
}

@Entity()
@Tree('nested-set')
export class Nested {
  @PrimaryGeneratedColumn()
  id: number

  @TreeChildren()
  children: Nested[]

  @TreeParent({ onDelete: 'CASCADE' })
  parent: Nested
}

@Entity('category')
@Tree('materialized-path')
export class Path {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @TreeChildren()
  children: Path[]

  @TreeParent()
  parent: Path
}

@Entity()
@Tree('closure-table')
export class Closed {
  @PrimaryGeneratedColumn()
  id: number

  @TreeLevelColumn()
  level: number

  @TreeChildren()
  children: Closed[]

  @TreeParent()
  parent: Closed
}

@Entity()
@Tree('closure-table', {
  closureTableName: 'named',
  ancestorColumnName: (column) => 'ancestor_' + column.propertyName,
  descendantColumnName: (column) => 'descendant_' + column.propertyName,
})
export class Chosen {
  @PrimaryColumn({ length: 8 })
  id: string

  @TreeChildren({ cascade: true })
  children: Chosen[]

  @TreeParent()
  parent: Chosen
}

export default new DataSource({ type: 'postgres', entities: [Adjacent, Nested, Path, Closed, Chosen] })
