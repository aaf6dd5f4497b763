import type { Merge } from '../../domain/merging/merge-store.ts'
import { EMPTY, type Sql, sql } from '../db/sql.ts'
import type { StagingTables } from '../writing/staging-tables.ts'

/**
 * The rows stay as they last were: their ids lead to the survivor, and they may be parted again. Of a place that was
 * made in this very transaction nobody has ever heard, so nothing is told of it.
 */
export const matchMerge = (tables: StagingTables, merges: readonly Merge[], now: string): Sql => sql`
WITH gone AS (
  UPDATE place SET status = 'merged', merged_into = given.survivor, updated_at = ${now}::timestamptz
  FROM jsonb_to_recordset(${JSON.stringify(merges)}::jsonb) AS given (place uuid, survivor uuid)
  WHERE place.id = given.place
  RETURNING place.id, place.merged_into
), unheard AS (
  DELETE FROM ${tables.changes} noted USING gone WHERE noted.place_id = gone.id AND noted.kind = 'created'
  RETURNING noted.place_id
)
INSERT INTO ${tables.changes} AS noted (place_id, kind, survivor)
SELECT id, 'merged', merged_into FROM gone WHERE id NOT IN (SELECT place_id FROM unheard)
ON CONFLICT (place_id) DO UPDATE SET (kind, survivor, fields) = ('merged', excluded.survivor, '{}')`

/** Until they are composed, they are as if withdrawn: a place that is then put has come back. */
export const matchPart = (placeIds: readonly string[]): Sql => sql`
UPDATE place SET status = 'withdrawn', merged_into = NULL
WHERE id = ANY (${placeIds}::uuid[]) AND status = 'merged'`

/** Of places that were merged, and that nobody lists now that they are parted. */
export const matchNoteWithdrawn = (tables: StagingTables, placeIds: readonly string[]): Sql => sql`
INSERT INTO ${tables.changes} (place_id, kind)
SELECT id, 'withdrawn' FROM place WHERE id = ANY (${placeIds}::uuid[]) AND status = 'withdrawn'
ON CONFLICT (place_id) DO NOTHING`

export const matchCompose = ({ composing }: StagingTables, placeIds: readonly string[]): Sql => sql`
INSERT INTO ${composing} SELECT unnest(${placeIds}::uuid[]) ON CONFLICT DO NOTHING`

/** What was merged into another is told by that one. */
export const matchComposing = ({ composing }: StagingTables, after: string | null, limit: number): Sql => sql`
SELECT place_id FROM ${composing} listed JOIN place ON place.id = listed.place_id AND place.status <> 'merged'
${after === null ? EMPTY : sql`WHERE place_id > ${after}::uuid`}
ORDER BY place_id LIMIT ${limit}`
