import { type Sql, sql } from '../sql.ts'

/** Schedules that are not closed at an instant, epoch milliseconds. */
export const schedulesOpenAt = (instant: number): Sql => sql`
SELECT schedule AS id, state FROM opening WHERE ${during(sql`to_timestamp(${instant}::float8 / 1000.0)`)}
UNION ALL ${notComputed(sql`to_timestamp(${instant}::float8 / 1000.0)`, sql`schedule`)}`

/** The same where the hour is what the clocks show there: an instant for each zone. */
export const schedulesOpenLocally = (zones: readonly string[], instants: readonly number[]): Sql => sql`
WITH asked AS (
  SELECT zone, to_timestamp(instant / 1000.0) AS at
  FROM unnest(${zones}::text[], ${instants}::float8[]) AS g (zone, instant)
)
SELECT schedule AS id, state FROM asked CROSS JOIN LATERAL (
  SELECT schedule, state FROM opening WHERE ${during(sql`asked.at`)}
) opening JOIN schedule ON schedule.id = opening.schedule AND (schedule.zone = asked.zone OR schedule.id = 0)
UNION ${notComputed(sql`asked.at`, sql`asked JOIN schedule USING (zone)`)}`

const during = (at: Sql): Sql => sql`tstzrange(opens, closes) @> ${at}`

/** Where housekeeping has not been in time, nobody knows. */
const notComputed = (at: Sql, from: Sql): Sql => sql`
SELECT id, 'unknown' FROM ${from} WHERE computed_until IS NULL OR computed_until <= ${at}`

export const scheduleZones = (): Sql => sql`SELECT DISTINCT zone FROM schedule WHERE id <> 0`
