import type { Merge } from '../../domain/merging/merge-writer.ts'
import { EMPTY, type Sql, sql } from '../db/sql.ts'

/**
 * Merges places. Merged places keep their rows, because their ids redirect to the place into which they were
 * merged, and they may be split off again. If a place was created in this transaction, it has never appeared in the
 * feed, so its merge is not noted in the feed either.
 */
export const matchMerge = (merges: readonly Merge[], now: string): Sql => sql`
WITH gone AS (
  UPDATE place SET status = 'merged', merged_into = given.survivor, updated_at = ${now}::timestamptz
  FROM jsonb_to_recordset(${JSON.stringify(merges)}::jsonb) AS given (place uuid, survivor uuid)
  WHERE place.id = given.place
  RETURNING place.id, place.merged_into
), unheard AS (
  DELETE FROM change_noted noted USING gone WHERE noted.place_id = gone.id AND noted.kind = 'created'
  RETURNING noted.place_id
)
INSERT INTO change_noted AS noted (place_id, kind, survivor)
SELECT id, 'merged', merged_into FROM gone WHERE id NOT IN (SELECT place_id FROM unheard)
ON CONFLICT (place_id) DO UPDATE SET (kind, survivor, fields) = ('merged', excluded.survivor, '{}')`

/**
 * Splits merged places off. Until they are composed again, they have the status withdrawn, so that writing them
 * counts as a return.
 */
export const matchPart = (placeIds: readonly string[]): Sql => sql`
UPDATE place SET status = 'withdrawn', merged_into = NULL
WHERE id = ANY (${placeIds}::uuid[]) AND status = 'merged'`

/** Notes the withdrawal of places that were merged and that no source lists after the split. */
export const matchNoteWithdrawn = (placeIds: readonly string[]): Sql => sql`
INSERT INTO change_noted (place_id, kind)
SELECT id, 'withdrawn' FROM place WHERE id = ANY (${placeIds}::uuid[]) AND status = 'withdrawn'
ON CONFLICT (place_id) DO NOTHING`

/**
 * Creates a table for the places to be composed again after merges and splits. It must run in a transaction of its
 * own, also in the embedded database.
 */
export const matchComposeOpen = (): Sql =>
  sql`CREATE TEMPORARY TABLE match_composing (place_id uuid PRIMARY KEY) ON COMMIT DROP`

export const matchCompose = (placeIds: readonly string[]): Sql => sql`
INSERT INTO match_composing SELECT unnest(${placeIds}::uuid[]) ON CONFLICT DO NOTHING`

/**
 * A page of the places to compose. Merged places are left out, because their records belong to the place into which
 * they were merged.
 */
export const matchComposing = (after: string | null, limit: number): Sql => sql`
SELECT place_id FROM match_composing listed JOIN place ON place.id = listed.place_id AND place.status <> 'merged'
${after === null ? EMPTY : sql`WHERE place_id > ${after}::uuid`}
ORDER BY place_id LIMIT ${limit}`
