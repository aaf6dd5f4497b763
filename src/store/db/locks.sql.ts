import { type Sql, sql } from './sql.ts'

/** Any number that our other advisory locks do not have. */
const RUNS = sql`7301`

/**
 * One run a source at a time. An advisory lock goes when its session ends, however that happens. On the embedded
 * database all connections are one session, which would be given its own lock again: there, that it holds the
 * lock already is the answer.
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

/** Writers run one after another: a place is composed from all its records, whatever source each came from. */
export const writersLock = (): Sql => sql`SELECT pg_advisory_xact_lock(${RUNS}, 0)`
