import { type Sql, sql } from '../db/sql.ts'

/**
 * All that is said today of these places, and of those merged into them, with what is known of who says it. OFFSET 0 makes
 * each be looked up: the planner expects a hundred times as many merged places as there are, and where it last heard of the
 * directory when none was merged, it read all that are for each page: a fifth of the matching beside a million.
 */
export const recordsOfPlaces = (placeIds: readonly string[]): Sql => sql`
WITH RECURSIVE line AS (
  SELECT id AS place_id, id AS member FROM unnest(${placeIds}::uuid[]) AS g (id)
  UNION ALL
  SELECT line.place_id, merged.id
  FROM line CROSS JOIN LATERAL (SELECT id FROM place WHERE merged_into = line.member OFFSET 0) merged
)
SELECT line.place_id, record.mapped, record.geocoded, record.source, source.licence, source.priority,
  source.publishes_persons, source.gives
FROM line CROSS JOIN LATERAL (
  SELECT id, source, mapped, geocoded FROM source_record WHERE place_id = line.member AND present OFFSET 0
) record
JOIN source ON source.slug = record.source
ORDER BY record.id`
