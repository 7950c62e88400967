import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'mysql', schema: ['./src/users.ts', './src/events.ts'] })
