import type { RunSummary } from '../../domain/imports/import-ports.ts'
import { type Sql, sql } from '../db/sql.ts'

export const runStart = (id: string, source: string, origin: string): Sql =>
  sql`INSERT INTO run (id, source, origin) VALUES (${id}::uuid, ${source}, ${origin})`

/**
 * Marks abandoned runs as failed. Only the holder of the source's lock may call it: no other run can then be
 * active, so a run that is still marked as running belongs to a process that has ended.
 */
export const runAbandoned = (source: string): Sql => sql`
UPDATE run SET status = 'failed', finished_at = now(), error = 'The process ended before the run did.'
WHERE source = ${source} AND status = 'running'`

export function runFinish(
  id: string,
  status: 'done' | 'failed',
  { counts, positions, placed, file_hash, fetched, not_modified, partial }: RunSummary,
  error: string | null
): Sql {
  return sql`
UPDATE run SET status = ${status}::run_status, finished_at = clock_timestamp(), file_hash = ${file_hash},
  read = ${counts.read}, created = ${counts.created}, updated = ${counts.updated},
  unchanged = ${counts.unchanged}, withdrawn = ${counts.withdrawn}, rejected = ${counts.rejected},
  error = ${error}, etag = ${fetched?.etag ?? null}, last_modified = ${fetched?.last_modified ?? null},
  positions = ${positions && JSON.stringify(positions)}::jsonb, placed = ${placed && JSON.stringify(placed)}::jsonb,
  program = ${fetched?.program ?? null}, not_modified = ${not_modified}, partial = ${partial}
WHERE id = ${id}::uuid`
}

export const runUnmapped = (id: string, unmapped: string): Sql => sql`
INSERT INTO run_unmapped (run_id, field, value, count)
SELECT ${id}::uuid, field, value, count
FROM jsonb_to_recordset(${unmapped}::jsonb) AS g (field text, value text, count integer)`
