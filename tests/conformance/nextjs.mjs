// What Next.js itself makes of the places of files: its normaliser of paths and its parser of segments.
//
// Reads paths below `app` from standard input (`["(shop)/users/[id]/page", …]`); writes `{ path: "/users/[id]" }`.
import fs from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { normalizeAppPath } = require('next/dist/shared/lib/router/utils/app-paths')
const { extractInterceptionRouteInformation, isInterceptionRouteAppPath } = require(
  'next/dist/shared/lib/router/utils/interception-routes',
)

const known = {}
for (const path of JSON.parse(fs.readFileSync(0, 'utf8'))) {
  const normalized = normalizeAppPath(`/${path}`)
  known[path] = isInterceptionRouteAppPath(normalized)
    ? extractInterceptionRouteInformation(normalized).interceptedRoute
    : normalized
}
process.stdout.write(JSON.stringify(known))
