export { Document } from './document'
export { Star } from './star'
export { Template } from './template'
