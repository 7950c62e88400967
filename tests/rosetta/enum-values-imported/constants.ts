export const Status = ['draft', 'open', 'closed'] as const
export const EXTRA: readonly string[] = Object.freeze(['archived'])

export default ['red', 'green'] as const
