import { type Sql, sql } from '../db/sql.ts'

/** The planner's most common codes and their shares, both null before the first ANALYZE. */
export function codeStatistics(): Sql {
  return sql`
SELECT greatest(reltuples, 0)::float8 AS places,
       most_common_elems::text::integer[] AS codes,
       -- The list ends with its minimum, its maximum and the share of nulls, which are no element's.
       most_common_elem_freqs::float8[] AS shares
FROM pg_class
LEFT JOIN pg_stats ON tablename = relname AND schemaname = relnamespace::regnamespace::text AND attname = 'codes'
WHERE pg_class.oid = 'place'::regclass`
}
