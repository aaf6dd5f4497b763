import { type Sql, sql } from '../db/sql.ts'
import { instant } from './instant.sql.ts'

/** Places without a schedule, because they were stored by a version that had no schedules. */
export const placesUnscheduled = (limit: number): Sql => sql`
SELECT id, document->'opening_hours'->>'osm' AS osm, document->'opening_hours'->>'timezone' AS timezone,
       document->'address'->>'department' AS department, document->'address'->>'country' AS country
FROM place WHERE schedule IS NULL ORDER BY id LIMIT ${limit} FOR UPDATE`

export const placesSchedule = (ids: readonly string[], schedules: readonly number[]): Sql => sql`
UPDATE place SET schedule = given.schedule
FROM unnest(${ids}::uuid[], ${schedules}::integer[]) AS given (id, schedule)
WHERE place.id = given.id`

/**
 * Schedules whose openings do not reach far enough into the future. The rows are locked: another process that looks
 * for them waits, checks again and finds nothing to do. Writers of places do not wait, because they only refer to
 * the rows.
 */
export const schedulesDue = (until: number, limit: number): Sql => sql`
SELECT id, osm, zone, calendar, extract(epoch FROM computed_until)::float8 * 1000 AS computed_until
FROM schedule
WHERE id <> 0 AND (computed_until IS NULL OR computed_until < ${instant(until)})
ORDER BY id LIMIT ${limit} FOR NO KEY UPDATE`

/** Deletes openings that are too old to be searched. */
export const openingsForget = (before: number): Sql =>
  sql`DELETE FROM opening WHERE closes < ${instant(before)} AND schedule <> 0`

/** Deletes schedules that no place has. */
export const schedulesForget = (): Sql =>
  sql`DELETE FROM schedule WHERE id <> 0 AND NOT EXISTS (SELECT FROM place WHERE place.schedule = schedule.id)`

/** Resets the schedules that depend on school holidays. Used after the school calendar has changed. */
export const schoolSchedulesReset = (): Sql => sql`
WITH reset AS (
  UPDATE schedule SET computed_until = NULL WHERE calendar LIKE '%/%' RETURNING id
)
DELETE FROM opening USING reset WHERE opening.schedule = reset.id`
