import type { ScheduleKey } from '../../domain/opening/schedule-key.ts'
import { type Sql, sql } from '../db/sql.ts'

export type FoundSchedule = ScheduleKey & {
  readonly id: number
  /** Whether this statement created the schedule, so that its openings must still be computed. */
  readonly made: boolean
}

/**
 * Returns the schedules with these keys, and creates those that do not exist. ON CONFLICT is not used, because it
 * would consume ids each time.
 */
export const scheduleFind = (keys: readonly ScheduleKey[]): Sql => sql`
WITH given AS (
  SELECT * FROM json_to_recordset(${JSON.stringify(keys)}::json) AS g (osm text, zone text, calendar text)
), there AS (
  SELECT schedule.id, given.* FROM given
  JOIN schedule ON md5(schedule.osm) = md5(given.osm)
    AND (schedule.zone, schedule.calendar) = (given.zone, given.calendar)
), made AS (
  INSERT INTO schedule (osm, zone, calendar)
  SELECT * FROM (SELECT osm, zone, calendar FROM given EXCEPT SELECT osm, zone, calendar FROM there) missing
  RETURNING id, osm, zone, calendar
)
SELECT id, osm, zone, calendar, true AS made FROM made
UNION ALL SELECT id, osm, zone, calendar, false FROM there`
