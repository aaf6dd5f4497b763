import { type Sql, sql } from '../sql.ts'

/** Places written before there were schedules. */
export const placesUnscheduled = (limit: number): Sql => sql`
SELECT id, document->'opening_hours'->>'osm' AS osm, document->'opening_hours'->>'timezone' AS timezone,
       document->'address'->>'department' AS department, document->'address'->>'country' AS country
FROM place WHERE schedule IS NULL ORDER BY id LIMIT ${limit} FOR UPDATE`

export const placesSchedule = (ids: readonly string[], schedules: readonly number[]): Sql => sql`
UPDATE place SET schedule = given.schedule
FROM unnest(${ids}::uuid[], ${schedules}::integer[]) AS given (id, schedule)
WHERE place.id = given.id`
