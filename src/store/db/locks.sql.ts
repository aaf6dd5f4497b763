import { type Sql, sql } from './sql.ts'

/** A number that our other advisory locks do not use. */
const RUNS = sql`7301`

/**
 * One run per source at a time. An advisory lock ends with its session, however that happens. In the embedded
 * database all connections share one session, which can take its own lock again, so there the lock is refused
 * if the session already holds it.
 */
export const importLock = (source: string): Sql => sql`
SELECT CASE WHEN EXISTS (
  SELECT FROM pg_locks
  WHERE locktype = 'advisory' AND pid = pg_backend_pid()
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND classid = ${RUNS} AND objid = hashtext(${source})::oid AND objsubid = 2
) THEN false ELSE pg_try_advisory_lock(${RUNS}, hashtext(${source})) END AS locked`

export const importUnlock = (source: string): Sql =>
  sql`SELECT pg_advisory_unlock(${RUNS}, hashtext(${source}))`

/** Writers run one after another, because a place is composed from the records of all sources. */
export const writersLock = (): Sql => sql`SELECT pg_advisory_xact_lock(${RUNS}, 0)`
