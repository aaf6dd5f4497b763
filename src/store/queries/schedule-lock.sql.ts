import { type Sql, sql } from '../sql.ts'

/** Any number that our other advisory locks do not have. */
const SCHEDULE = sql`7302`

/** One process of many keeps the sources in step at a time. Goes with its session, however that ends. */
export const scheduleLock = (): Sql => sql`SELECT pg_try_advisory_lock(${SCHEDULE}) AS locked`

export const scheduleUnlock = (): Sql => sql`SELECT pg_advisory_unlock(${SCHEDULE})`
