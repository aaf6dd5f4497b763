import { type Sql, sql } from '../db/sql.ts'

/** Names of facet values that are not in a vocabulary: about 150 rows. */
export function facetNames(): Sql {
  return sql`
SELECT kind::text AS facet, code, name FROM territory WHERE kind IN ('department', 'region')
UNION ALL
SELECT 'source', slug, name FROM source`
}
