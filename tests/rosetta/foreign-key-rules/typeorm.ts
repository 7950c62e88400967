import { DataSource, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm'

@Entity()
export class Target {
  @PrimaryColumn()
  id: number
}

@Entity()
export class Source {
  @PrimaryColumn()
  id: number

  @ManyToOne(() => Target)
  @JoinColumn({ name: 'plain' })
  plain: Target

  @ManyToOne(() => Target, { onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn({ name: 'cascade' })
  cascade: Target

  @ManyToOne(() => Target, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'restrict' })
  restrict: Target

  @ManyToOne(() => Target, { onDelete: 'SET NULL', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'set_null' })
  setNull: Target

  @ManyToOne(() => Target, { onDelete: 'SET DEFAULT' })
  @JoinColumn({ name: 'set_default' })
  setDefault: Target

  @ManyToOne(() => Target, { onDelete: 'NO ACTION', onUpdate: 'SET NULL' })
  @JoinColumn({ name: 'no_action' })
  noAction: Target

  @ManyToOne(() => {
    return Target
  })
  @JoinColumn({ name: 'body' })
  body: Target

  @ManyToOne('Target')
  @JoinColumn({ name: 'bracket', referencedColumnName: 'id' })
  bracket: Target
}

export default new DataSource({ type: 'postgres', entities: [Target, Source] })
