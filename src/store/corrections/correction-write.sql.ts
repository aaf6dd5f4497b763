import { type Sql, sql } from '../db/sql.ts'

export type NewCorrection = {
  readonly place: string
  readonly field: string
  readonly value: unknown
  readonly replaced: unknown
  readonly by: string
  readonly note: string | null
}

/** The earlier correction of the field ends with the new one. One statement would have both stand at once. */
export const correctionSupersede = (placeId: string, field: string): Sql =>
  sql`UPDATE correction SET undone_at = now() WHERE place_id = ${placeId}::uuid AND field = ${field} AND undone_at IS NULL`

export const correctionAdd = ({ place, field, value, replaced, by, note }: NewCorrection): Sql => sql`
INSERT INTO correction (place_id, field, value, replaced, made_by, note)
VALUES (${place}::uuid, ${field}, ${JSON.stringify(value)}::json, ${JSON.stringify(replaced)}::json, ${by}, ${note})
RETURNING id`

export const correctionUndo = (id: number): Sql => sql`
UPDATE correction SET undone_at = now() WHERE id = ${id}::bigint AND undone_at IS NULL
RETURNING place_id, (SELECT status FROM place WHERE place.id = place_id) AS status`

/** Locked, so that nobody withdraws or merges it meanwhile. */
export const placeStatus = (id: string): Sql =>
  sql`SELECT status, merged_into FROM place WHERE id = ${id}::uuid FOR UPDATE`
