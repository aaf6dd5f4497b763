import { LOCKS } from '../db/locks.sql.ts'
import { type Sql, sql } from '../db/sql.ts'

export type Fetch = { readonly source: string; readonly origin: string }

/**
 * For each source: its last success and its last attempt, and the failures since. Only runs that fetched from this
 * address count, because a file given by hand says nothing about the address.
 */
export const runHistory = (fetches: readonly Fetch[]): Sql => sql`
SELECT asked.source, done.at AS last_success, max(coalesce(run.finished_at, run.started_at)) AS last_try,
       (count(*) FILTER (WHERE run.status = 'failed' AND (done.at IS NULL OR run.started_at > done.at)))::integer
         AS failures
FROM jsonb_to_recordset(${JSON.stringify(fetches)}::jsonb) AS asked (source text, origin text)
LEFT JOIN run ON run.source = asked.source AND run.origin = asked.origin AND run.status <> 'dry'
LEFT JOIN LATERAL (
  SELECT max(finished_at) AS at FROM run
  WHERE run.source = asked.source AND run.origin = asked.origin AND run.status = 'done'
) done ON true
GROUP BY asked.source, done.at`

/**
 * Tries to lock the schedule, so that only one process at a time updates the sources on schedule. The lock ends
 * with its session, however the session ends.
 */
export const scheduleLock = (): Sql => sql`SELECT pg_try_advisory_lock(${LOCKS.schedule}) AS locked`

export const scheduleUnlock = (): Sql => sql`SELECT pg_advisory_unlock(${LOCKS.schedule})`
