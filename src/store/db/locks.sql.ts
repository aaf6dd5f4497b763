import { once, type Sql, sql } from './sql.ts'

/**
 * The numbers of our advisory locks. Each kind has its own: otherwise, those who count attempts would wait for those who
 * record acts, and the two could block each other.
 */
export const LOCKS = {
  runs: sql`7301`,
  schedule: sql`7302`,
  chains: sql`7303`,
  attempts: sql`7304`,
  claims: sql`7305`
} as const

/**
 * Locks a source, so that only one run per source is active at a time. An advisory lock ends with its session,
 * however the session ends. In the embedded database all connections share one session, which could take its own
 * lock again; there, the lock is refused if the session already holds it. `pid` is what `statementCancel` needs.
 */
export const importLock = (source: string): Sql => sql`
SELECT CASE WHEN EXISTS (
  SELECT FROM pg_locks
  WHERE locktype = 'advisory' AND pid = pg_backend_pid()
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND classid = ${LOCKS.runs} AND objid = ${once(sql`hashtext(${source})::oid`)} AND objsubid = 2
) THEN false ELSE pg_try_advisory_lock(${LOCKS.runs}, hashtext(${source})) END AS locked,
  pg_backend_pid() AS pid`

export const importUnlock = (source: string): Sql =>
  sql`SELECT pg_advisory_unlock(${LOCKS.runs}, hashtext(${source}))`

/** Cancels the statement that another connection is running or waiting for, if there is one. */
export const statementCancel = (pid: number): Sql => sql`SELECT pg_cancel_backend(${pid}::integer)`

/** Makes writers run one after another, because a place is composed from the records of all sources. */
export const writersLock = (): Sql => sql`SELECT pg_advisory_xact_lock(${LOCKS.runs}, 0)`

/** Statements that wait longer than this for a lock fail, with the code `LOCK_NOT_AVAILABLE`; 0 for no limit. */
export const lockPatience = (ms: number): Sql => sql`SELECT set_config('lock_timeout', ${String(ms)}, true)`

export const LOCK_NOT_AVAILABLE = '55P03'
