import { type Sql, sql } from '../sql.ts'

/** The opening that each schedule is in or has before it, by the primary key of openings. */
export const scheduleStates = (ids: readonly number[], now: number): Sql => sql`
SELECT id, zone, next.state, extract(epoch FROM computed_until)::float8 * 1000 AS computed_until,
       extract(epoch FROM opens)::float8 * 1000 AS opens, extract(epoch FROM closes)::float8 * 1000 AS closes
FROM schedule LEFT JOIN LATERAL (
  SELECT opens, closes, state FROM opening
  WHERE opening.schedule = schedule.id AND closes > to_timestamp(${now}::float8 / 1000.0)
  ORDER BY opens LIMIT 1
) next ON true
WHERE id = ANY (${ids}::integer[])`
