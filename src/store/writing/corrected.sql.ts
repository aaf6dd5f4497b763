import { type Sql, sql } from '../db/sql.ts'

/**
 * Places with corrections, either of their own or of places merged into them. They are few enough to be read at
 * once.
 */
export const correctedPlaces = (): Sql => sql`
WITH RECURSIVE line AS (
  SELECT DISTINCT place_id FROM correction WHERE undone_at IS NULL
  UNION
  SELECT place.merged_into FROM line JOIN place ON place.id = line.place_id WHERE place.merged_into IS NOT NULL
)
SELECT place_id FROM line`

/**
 * The corrections of these places. The corrections of a place that is merged into one of them apply too, but the
 * place's own corrections come last and take precedence.
 */
export const correctionsOfPlaces = (placeIds: readonly string[]): Sql => sql`
WITH RECURSIVE line AS (
  SELECT id AS place_id, id AS member, 0 AS depth FROM unnest(${placeIds}::uuid[]) AS g (id)
  UNION ALL
  SELECT line.place_id, place.id, depth + 1 FROM line JOIN place ON place.merged_into = line.member
)
SELECT line.place_id, correction.id, field, value, replaced, made_by, note, made_at,
       -- A confirmation counts for a year.
       (confirm_by - interval '1 year')::date::text AS confirmed_on
FROM line JOIN correction ON correction.place_id = line.member AND undone_at IS NULL
ORDER BY depth DESC, correction.id`
