import { type Sql, sql } from '../sql.ts'

/** The records that describe a place, as they were read, with what is known of their sources. */
export function placeRecords(placeId: string): Sql {
  return sql`
SELECT mapped, geocoded, source, licence, priority, publishes_persons, gives
FROM source_record JOIN source ON slug = source
WHERE place_id = ${placeId}::uuid AND present
ORDER BY source, record_id`
}
