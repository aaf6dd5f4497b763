import { type Sql, sql } from '../sql.ts'

/** The planner's most common schedules and their shares, all null before the first ANALYZE. */
export function scheduleStatistics(): Sql {
  return sql`
SELECT greatest(reltuples, 0)::float8 AS places, most_common_vals::text::integer[] AS schedules,
       most_common_freqs::float8[] AS shares, n_distinct::float8 AS distinct
FROM pg_class
LEFT JOIN pg_stats ON tablename = relname AND schemaname = relnamespace::regnamespace::text AND attname = 'schedule'
WHERE pg_class.oid = 'place'::regclass`
}
