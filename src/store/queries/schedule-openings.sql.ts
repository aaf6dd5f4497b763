import { type Sql, sql } from '../sql.ts'

/** A schedule, with all its openings that are known as a list. */
export const scheduleOpenings = (schedule: number): Sql => sql`
SELECT zone, calendar, extract(epoch FROM computed_until)::float8 * 1000 AS until,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('from', extract(epoch FROM opens)::bigint * 1000,
                 'to', extract(epoch FROM closes)::bigint * 1000, 'state', state) ORDER BY opens), '[]')
        FROM opening WHERE opening.schedule = schedule.id) AS openings
FROM schedule WHERE id = ${schedule} AND computed_until IS NOT NULL`
