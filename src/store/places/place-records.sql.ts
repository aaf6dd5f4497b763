import { type Sql, sql } from '../db/sql.ts'

/** The mapped records of a place and of the places merged into it, with the facts about their sources. */
export function placeRecords(placeId: string): Sql {
  return sql`
WITH RECURSIVE line AS (
  SELECT ${placeId}::uuid AS id
  UNION ALL
  SELECT place.id FROM line JOIN place ON place.merged_into = line.id
)
SELECT mapped, geocoded, source, licence, priority, publishes_persons, gives
FROM line JOIN source_record ON place_id = line.id AND present JOIN source ON slug = source
ORDER BY source, record_id`
}
