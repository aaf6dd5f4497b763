import { type Sql, sql } from '../db/sql.ts'

/** Places with corrections, of their own or of places merged into them: few enough to read at once. */
export const correctedPlaces = (): Sql => sql`
WITH RECURSIVE line AS (
  SELECT DISTINCT place_id FROM correction WHERE undone_at IS NULL
  UNION
  SELECT place.merged_into FROM line JOIN place ON place.id = line.place_id WHERE place.merged_into IS NOT NULL
)
SELECT place_id FROM line`

/**
 * The corrections of these places. While another place is merged into one of them, its corrections apply too;
 * the place's own come last and take precedence.
 */
export const correctionsOfPlaces = (placeIds: readonly string[]): Sql => sql`
WITH RECURSIVE line AS (
  SELECT id AS place_id, id AS member, 0 AS depth FROM unnest(${placeIds}::uuid[]) AS g (id)
  UNION ALL
  SELECT line.place_id, place.id, depth + 1 FROM line JOIN place ON place.merged_into = line.member
)
SELECT line.place_id, correction.id, field, value, replaced, made_by, note, made_at
FROM line JOIN correction ON correction.place_id = line.member AND undone_at IS NULL
ORDER BY depth DESC, correction.id`
