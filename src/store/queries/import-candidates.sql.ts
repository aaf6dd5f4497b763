import { type Sql, sql } from '../sql.ts'
import { BY_LOCATION } from './doors.sql.ts'

export type Asked = {
  readonly record_id: string
  readonly name: string
  readonly lat: number | null
  readonly lon: number | null
  readonly commune: string | null
}

/**
 * Places that records may be of: all within so many metres, and those of the same name in the same commune, because
 * a position may be of a town hall where the other is of its street. Both ways go by an index.
 */
export const importCandidates = (asked: readonly Asked[], metres: number): Sql => sql`
WITH asked AS (
  SELECT record_id, fold(name) AS folded, commune,
         ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography AS point
  FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
    AS g (record_id text, name text, lat float8, lon float8, commune text)
)
SELECT asked.record_id, place.id AS place_id, place.name,
       document -> 'types' AS types, document ->> 'siret' AS siret,
       document #>> '{address,street}' AS street, document #>> '{address,city}' AS city,
       document #>> '{accessibility,sheet}' AS sheet, ST_Distance(place.location, asked.point) AS distance_m
FROM asked CROSS JOIN LATERAL (
  SELECT id FROM place
  WHERE status = 'active' AND ${BY_LOCATION} AND ST_DWithin(location, asked.point, ${metres})
  UNION
  SELECT id FROM place
  WHERE status = 'active' AND place.commune = asked.commune AND place.sort_name = asked.folded
) near JOIN place ON place.id = near.id
ORDER BY asked.record_id, distance_m, place.id`
