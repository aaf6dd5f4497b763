import { EMPTY, type Sql, sql } from '../db/sql.ts'

/**
 * The metadata of the last successful download, if that run read this very address: after a file from elsewhere,
 * "not modified" would leave the records of the other file in place. A partial run only counts for another partial
 * run.
 */
export const runLastFetch = (source: string, origin: string, partial: boolean): Sql => sql`
SELECT etag, last_modified, program
FROM (
  SELECT * FROM run WHERE source = ${source} AND status = 'done' ORDER BY started_at DESC LIMIT 1
) last
WHERE origin = ${origin} AND program IS NOT NULL AND (${partial}::boolean OR NOT partial)`

const COLUMNS = sql`id, source, status, origin, to_json(started_at) #>> '{}' AS started_at,
  to_json(finished_at) #>> '{}' AS finished_at, not_modified, partial, file_hash, error,
  positions, placed, read, created, updated, unchanged, withdrawn, rejected`

export const runsLatest = (source: string | null, limit: number): Sql => sql`
SELECT ${COLUMNS} FROM run
${source === null ? EMPTY : sql`WHERE source = ${source}`}
ORDER BY run.started_at DESC, id DESC LIMIT ${limit}`

/**
 * Runs whose id begins with this text. There are only some thousand runs, and people ask for this by hand, so an
 * index would cost more than it saves.
 */
export const runIdsLike = (beginning: string): Sql =>
  sql`SELECT id FROM run WHERE starts_with(id::text, ${beginning}) LIMIT 2`

export const runFind = (id: string): Sql => sql`SELECT ${COLUMNS} FROM run WHERE id = ${id}::uuid`

export const runRejected = (id: string): Sql => sql`
SELECT line, record_id, reasons, raw FROM run_rejection WHERE run_id = ${id}::uuid ORDER BY line, id`

export const runTold = (id: string): Sql => sql`
SELECT field, value, count FROM run_unmapped WHERE run_id = ${id}::uuid
ORDER BY count DESC, field, value`

/** Deletes the rejections and unmapped values of all but the last runs of each source that read something. */
export const runsForget = (keep: number): Sql => sql`
WITH old AS (
  SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY source ORDER BY started_at DESC, id DESC) AS nth
    FROM run WHERE status = 'done' AND NOT not_modified
  ) ranked
  WHERE nth > ${keep}
), rejections AS (
  DELETE FROM run_rejection WHERE run_id IN (SELECT id FROM old)
)
DELETE FROM run_unmapped WHERE run_id IN (SELECT id FROM old)`
