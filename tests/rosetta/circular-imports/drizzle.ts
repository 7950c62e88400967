export { team } from './team'
export { member } from './member'
