export * from './user'
export * as nothing from './nothing'
