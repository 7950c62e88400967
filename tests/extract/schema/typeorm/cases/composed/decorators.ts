import { applyDecorators } from '@nestjs/common'
import { Column, type ColumnOptions, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm'

export const Id = () => PrimaryGeneratedColumn('uuid')

export function Money(scale = 2, options: ColumnOptions = {}) {
  return Column({ type: 'numeric', precision: 12, scale, ...options })
}

export function Handle(): PropertyDecorator {
  return applyDecorators(Column({ length: 30 }), Index({ unique: true }))
}

export function Key(): PropertyDecorator {
  return (target, property) => {
    Column('text')(target, property as string)
    Unique([property as string])(target, property as string)
  }
}

export function Stamped(name: string) {
  return function (target: object, property: string) {
    const decorate = CreateDateColumn({ name: `${name}_at` })
    decorate(target, property)
  }
}

export const All =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, property) => {
    for (const decorator of decorators) decorator(target, property)
  }

export function Table(name: string): ClassDecorator {
  return (target) => {
    Entity({ name: `app_${name}` })(target)
    Index(['price'])(target)
  }
}

/** Says nothing of the database. */
export function Described(text: string): PropertyDecorator {
  return (target, property) => Reflect.defineMetadata('text', text, target, property)
}
