import { pgEnum, pgTable } from 'drizzle-orm/pg-core'

import COLORS, { EXTRA, Status } from './constants'
import * as constants from './constants'

export const whole = pgEnum('whole', Status)
export const firstAndRest = pgEnum('first_and_rest', [Status[0], ...Status.slice(1)])
export const sliced = pgEnum('sliced', Status.slice(1) as unknown as [string, ...string[]])
export const joined = pgEnum('joined', [...Status, ...EXTRA])
export const colors = pgEnum('colors', COLORS)
export const member = pgEnum('member', constants.Status)
export const filtered = pgEnum('filtered', Status.filter((value) => value !== 'draft') as [string, ...string[]])
export const mapped = pgEnum('mapped', Status.map((value) => `is_${value}`) as [string, ...string[]])

export const task = pgTable('task', { status: whole('status'), color: colors('color') })
