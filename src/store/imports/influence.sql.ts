import { type Sql, sql } from '../db/sql.ts'

/**
 * Whether the source is accepted, new, or alone in the directory. The sample does not count, because its invented
 * places are never merged; the first real source therefore finds an empty directory.
 */
export const sourceStanding = (source: string): Sql => sql`
SELECT CASE
  WHEN accepted THEN 'accepted'
  WHEN EXISTS (SELECT FROM source_record WHERE source <> ${source} AND source <> 'sample' AND present) THEN 'new'
  ELSE 'alone'
END AS standing
FROM source WHERE slug = ${source}`

export const sourceAccept = (source: string): Sql =>
  sql`UPDATE source SET accepted = true WHERE slug = ${source} RETURNING slug`

/**
 * Places that have present records both of this source and of another source that lists places. Records of places
 * merged into them count too. OFFSET 0 makes PostgreSQL look up each place, as in `recordsOfPlaces`.
 */
export const sourceShared = (source: string): Sql => sql`
WITH RECURSIVE own AS (
  SELECT place.id, place.merged_into
  FROM source_record record JOIN place ON place.id = record.place_id
  WHERE record.source = ${source} AND record.present
  UNION
  SELECT place.id, place.merged_into FROM own JOIN place ON place.id = own.merged_into
), line AS (
  SELECT id AS place_id, id AS member FROM own WHERE merged_into IS NULL
  UNION ALL
  SELECT line.place_id, merged.id
  FROM line CROSS JOIN LATERAL (SELECT id FROM place WHERE merged_into = line.member OFFSET 0) merged
)
SELECT DISTINCT line.place_id
FROM line CROSS JOIN LATERAL (
  SELECT source FROM source_record WHERE place_id = line.member AND present OFFSET 0
) record
JOIN source ON source.slug = record.source
WHERE record.source <> ${source} AND source.gives = 'places'
ORDER BY line.place_id`
