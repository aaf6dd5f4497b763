import { type Sql, sql } from '../sql.ts'

/**
 * Of the last run that succeeded, if it read this very address: after a file from elsewhere, "not modified" would leave
 * that other file's records in place. Nor does a partial run stand for a complete one.
 */
export const runLastFetch = (source: string, origin: string, partial: boolean): Sql => sql`
SELECT etag, last_modified, program
FROM (
  SELECT * FROM run WHERE source = ${source} AND status = 'done' ORDER BY started_at DESC LIMIT 1
) last
WHERE origin = ${origin} AND program IS NOT NULL AND (${partial}::boolean OR NOT partial)`
