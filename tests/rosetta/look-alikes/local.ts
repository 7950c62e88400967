/** Not the one of drizzle-orm. */
export function pgTable(name: string, columns: object) {
  return { name, columns }
}
export { pgTable as local }
