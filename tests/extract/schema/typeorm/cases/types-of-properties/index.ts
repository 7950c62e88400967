export * from './types'
export type { Shape as Form } from './types'
