export type State = 'open' | 'closed'
export enum Color {
  Red = 'red',
  Blue = 'blue',
}
export enum Level {
  Low,
  High,
}
export const KINDS = ['a', 'b'] as const
export type Kind = (typeof KINDS)[number]
export type UserId = number & { readonly brand: 'user' }
export interface Shape {
  text: string
}
