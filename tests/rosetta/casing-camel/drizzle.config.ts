import type { Config } from 'drizzle-kit'

export default { dialect: 'sqlite', schema: ['./schema.ts'], casing: 'camelCase' } satisfies Config
