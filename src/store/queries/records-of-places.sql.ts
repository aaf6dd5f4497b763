import { type Sql, sql } from '../sql.ts'

/** All that is said today of these places, and of those merged into them, with what is known of who says it. */
export const recordsOfPlaces = (placeIds: readonly string[]): Sql => sql`
WITH RECURSIVE line AS (
  SELECT id AS place_id, id AS member FROM unnest(${placeIds}::uuid[]) AS g (id)
  UNION ALL
  SELECT line.place_id, place.id FROM line JOIN place ON place.merged_into = line.member
)
SELECT line.place_id, record.mapped, record.geocoded, record.source, source.licence, source.priority,
  source.publishes_persons, source.gives
FROM line JOIN source_record record ON record.place_id = line.member AND record.present
JOIN source ON source.slug = record.source
ORDER BY record.id`
