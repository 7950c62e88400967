export * from './constants'
export { formatPrice } from './money'
