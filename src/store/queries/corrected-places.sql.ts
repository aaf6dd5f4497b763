import { type Sql, sql } from '../sql.ts'

/** Places of which something stands corrected, or was of those that were merged into them: few, and known at once. */
export const correctedPlaces = (): Sql => sql`
WITH RECURSIVE line AS (
  SELECT DISTINCT place_id FROM correction WHERE undone_at IS NULL
  UNION
  SELECT place.merged_into FROM line JOIN place ON place.id = line.place_id WHERE place.merged_into IS NOT NULL
)
SELECT place_id FROM line`
