import { type Sql, sql } from '../sql.ts'

/** All that is said today of these places, with what is known of who says it. */
export const recordsOfPlaces = (placeIds: readonly string[]): Sql => sql`
SELECT record.place_id, record.mapped, record.geocoded, record.source, source.licence, source.priority,
  source.publishes_persons, source.gives
FROM source_record record
JOIN source ON source.slug = record.source
WHERE record.place_id = ANY (${placeIds}::uuid[]) AND record.present
ORDER BY record.id`
