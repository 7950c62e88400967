export * from './schema'
export { archive as archived } from './archive'
