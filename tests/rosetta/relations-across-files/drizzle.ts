export * from './author'
export * from './book'
