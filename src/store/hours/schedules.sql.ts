import { once, type Sql, sql } from '../db/sql.ts'
import { instant } from './instant.sql.ts'

/** A schedule with all its known openings as a list. */
export const scheduleOpenings = (schedule: number): Sql => sql`
SELECT zone, calendar, extract(epoch FROM computed_until)::float8 * 1000 AS until,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('from', extract(epoch FROM opens)::bigint * 1000,
                 'to', extract(epoch FROM closes)::bigint * 1000, 'state', state) ORDER BY opens), '[]')
        FROM opening WHERE opening.schedule = schedule.id) AS openings
FROM schedule WHERE id = ${schedule} AND computed_until IS NOT NULL`

/** The current or next opening of each schedule, found with the primary key of openings. */
export const scheduleStates = (ids: readonly number[], now: number): Sql => sql`
SELECT id, zone, next.state, extract(epoch FROM computed_until)::float8 * 1000 AS computed_until,
       extract(epoch FROM opens)::float8 * 1000 AS opens, extract(epoch FROM closes)::float8 * 1000 AS closes
FROM schedule LEFT JOIN LATERAL (
  SELECT opens, closes, state FROM opening
  WHERE opening.schedule = schedule.id AND closes > ${instant(now)}
  ORDER BY opens LIMIT 1
) next ON true
WHERE id = ANY (${ids}::integer[])`

/** The planner's most common schedules with their frequencies; null before the first ANALYZE. */
export function scheduleStatistics(): Sql {
  return sql`
SELECT greatest(reltuples, 0)::float8 AS places, most_common_vals::text::integer[] AS schedules,
       most_common_freqs::float8[] AS shares, n_distinct::float8 AS distinct
FROM pg_class
LEFT JOIN pg_stats ON tablename = relname AND schemaname = relnamespace::regnamespace::text AND attname = 'schedule'
WHERE pg_class.oid = 'place'::regclass`
}

/**
 * Schedules that are open, or may be open, at some time between two instants in epoch milliseconds. The instants
 * may be equal.
 */
export const schedulesOpenAt = (from: number, to: number): Sql => {
  const [begin, end] = [instant(from), instant(to)]
  return sql`
SELECT schedule AS id, state FROM opening WHERE tstzrange(opens, closes) && ${once(span(begin, end))}
UNION ALL ${notComputed(end, sql`schedule`)}`
}

/**
 * Schedules that are open, or may be open, between two local times, which are given as one pair of instants per
 * time zone.
 */
export const schedulesOpenLocally = (
  zones: readonly string[],
  from: readonly number[],
  to: readonly number[]
): Sql => sql`
WITH asked AS (
  SELECT zone, to_timestamp(begins / 1000.0) AS begins, to_timestamp(ends / 1000.0) AS ends
  FROM unnest(${zones}::text[], ${from}::float8[], ${to}::float8[]) AS g (zone, begins, ends)
)
SELECT schedule AS id, state FROM asked CROSS JOIN LATERAL (
  SELECT schedule, state FROM opening WHERE tstzrange(opens, closes) && ${span(sql`asked.begins`, sql`asked.ends`)}
) opening JOIN schedule ON schedule.id = opening.schedule AND (schedule.zone = asked.zone OR schedule.id = 0)
UNION ${notComputed(sql`asked.ends`, sql`asked JOIN schedule USING (zone)`)}`

/**
 * Whether an opening overlaps the span. The end of the span is excluded: a place that opens at 14:00 is not open
 * from 12:00 to 14:00. If start and end are equal, the span is this moment.
 */
const span = (from: Sql, to: Sql): Sql =>
  sql`tstzrange(${from}, ${to}, CASE WHEN ${from} = ${to} THEN '[]' ELSE '[)' END)`

/** Schedules whose openings are not computed up to this time, so that their state is unknown. */
const notComputed = (at: Sql, from: Sql): Sql => sql`
SELECT id, 'unknown' FROM ${from} WHERE computed_until IS NULL OR computed_until <= ${at}`

export const scheduleZones = (): Sql => sql`SELECT DISTINCT zone FROM schedule WHERE id <> 0`
