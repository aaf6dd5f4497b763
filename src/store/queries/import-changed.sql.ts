import { type Sql, sql } from '../sql.ts'
import type { StagingTables } from '../staging-tables.ts'

/**
 * A place that was merged since gives its records to its survivor, which may have been merged in turn. Each record and each
 * place is looked up by its id, which LIMIT sees to: the planner knows nothing of a source that has just come, nor of
 * temporary tables, and would read all of it for each page.
 */
export const importChanged = (
  tables: StagingTables,
  source: string,
  after: number,
  limit: number
): Sql => sql`
WITH RECURSIVE page AS (
  SELECT position, record_id, mapped FROM ${tables.contents}
  WHERE position > ${after} ORDER BY position LIMIT ${limit}
), line AS (
  SELECT page.position, known.place_id AS id, own.merged_into
  FROM page CROSS JOIN LATERAL (
    SELECT place_id FROM source_record known
    WHERE known.source = ${source} AND known.record_id = page.record_id LIMIT 1
  ) known CROSS JOIN LATERAL (
    SELECT merged_into FROM place WHERE place.id = known.place_id LIMIT 1
  ) own
  UNION ALL
  SELECT line.position, line.merged_into, next.merged_into
  FROM line CROSS JOIN LATERAL (SELECT merged_into FROM place WHERE place.id = line.merged_into LIMIT 1) next
)
SELECT page.position, page.mapped, line.id AS place_id, found.geocoded
FROM page LEFT JOIN line ON line.position = page.position AND line.merged_into IS NULL
LEFT JOIN LATERAL (
  SELECT geocoded FROM ${tables.positions} found WHERE found.record_id = page.record_id LIMIT 1
) found ON true
ORDER BY page.position`
