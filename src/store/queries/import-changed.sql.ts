import { type Sql, sql } from '../sql.ts'
import type { StagingTables } from '../staging-tables.ts'

/** A place that was merged since gives its records to its survivor, which may have been merged in turn. */
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
  SELECT page.position, place.id, place.merged_into
  FROM page
  JOIN source_record known ON known.source = ${source} AND known.record_id = page.record_id
  JOIN place ON place.id = known.place_id
  UNION ALL
  SELECT line.position, place.id, place.merged_into FROM line JOIN place ON place.id = line.merged_into
)
SELECT page.position, page.mapped, line.id AS place_id, found.geocoded
FROM page LEFT JOIN line ON line.position = page.position AND line.merged_into IS NULL
LEFT JOIN ${tables.positions} found ON found.record_id = page.record_id
ORDER BY page.position`
