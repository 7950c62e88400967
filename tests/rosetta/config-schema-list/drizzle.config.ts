import { defineConfig } from 'drizzle-kit'

const schema = ['./public.ts', './private.ts']

export default defineConfig({
  dialect: 'postgresql',
  schema,
  out: './migrations',
  dbCredentials: { url: process.env.DATABASE_URL ?? '' },
  verbose: true,
  strict: true,
})
