import type { RecordLink, Scope } from '../../domain/imports/import-ports.ts'
import { EMPTY, type Sql, sql } from '../db/sql.ts'
import type { StagingTables } from './staging-tables.ts'

/**
 * A page of changed records with the place of each. If the place was merged, this is the place into which it was
 * merged, which may have been merged in turn. LIMIT makes PostgreSQL look up each record and each place by its id:
 * the planner has no statistics on a new source or on temporary tables, and would read all rows for each page.
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

/**
 * Stores the staged records. A record keeps the place that it created, even while this place is merged into another
 * one, so that undoing the merge is enough to split them again. New and changed records become due for comparison
 * with other records. Raw and mapped data is copied from the staging table inside the database, without being sent
 * again.
 */
export function importKeepRecords(
  tables: StagingTables,
  {
    run,
    source,
    links
  }: { readonly run: string; readonly source: string; readonly links: readonly RecordLink[] }
): Sql {
  return sql`
WITH taken AS (
INSERT INTO source_record AS kept
  (source, record_id, place_id, raw, mapped, fingerprint, changed_on, present, first_run, last_run,
   geocoded, geocode_again, raw_key, told, located)
SELECT ${source}, staged.record_id, link.place_id, staged.raw, staged.mapped, staged.fingerprint,
       (staged.mapped ->> 'changed_on')::date, true, ${run}::uuid, ${run}::uuid,
       found.geocoded, coalesce(found.again, false), staged.raw_key, staged.told, staged.located
FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS link (position bigint, place_id uuid)
JOIN ${tables.contents} staged USING (position)
LEFT JOIN ${tables.positions} found ON found.record_id = staged.record_id
ORDER BY position
ON CONFLICT (source, record_id) DO UPDATE SET
  (place_id, raw, mapped, fingerprint, changed_on, present, last_run, geocoded, geocode_again,
   raw_key, told, located) =
  (coalesce(kept.place_id, excluded.place_id), excluded.raw, excluded.mapped, excluded.fingerprint,
   excluded.changed_on, true, excluded.last_run, excluded.geocoded, excluded.geocode_again,
   excluded.raw_key, excluded.told, excluded.located)
RETURNING id
)
INSERT INTO match_due SELECT id FROM taken ON CONFLICT DO NOTHING`
}

/**
 * The part of the source to which a record belongs: its producer, which comes before the first colon of its id. The
 * records that name no producer form a part of their own, ''. If the scope is the source, there is only one part.
 */
const partOf = (scope: Scope, recordId: Sql): Sql =>
  scope === 'source'
    ? sql`''`
    : sql`CASE WHEN strpos(${recordId}, ':') > 0 THEN split_part(${recordId}, ':', 1) ELSE '' END`

/**
 * The present records of all parts that occur in the file, each with whether it is missing from the file. A
 * rejected record is in the file, so it is not missing, whatever is wrong with it.
 */
const held = (tables: StagingTables, source: string, scope: Scope): Sql => sql`
SELECT known.id, known.place_id, part.name AS scope,
       seen.record_id IS NULL AND rejected.record_id IS NULL AS missing
FROM source_record known
JOIN (SELECT DISTINCT ${partOf(scope, sql`record_id`)} AS name FROM ${tables.seen}) part
  ON part.name = ${partOf(scope, sql`known.record_id`)}
LEFT JOIN ${tables.seen} seen ON seen.record_id = known.record_id
LEFT JOIN (SELECT DISTINCT record_id FROM ${tables.rejections}) rejected ON rejected.record_id = known.record_id
WHERE known.source = ${source} AND known.present`

/** Temporary tables have no statistics until ANALYZE is run; without them, a million ids are looked up one by one. */
export const importStageAnalyze = ({ seen, rejections }: StagingTables): Sql =>
  sql`ANALYZE ${seen}, ${rejections}`

export const importLosses = (tables: StagingTables, source: string, scope: Scope): Sql => sql`
SELECT nullif(scope, '') AS scope, count(*)::integer AS present, (count(*) FILTER (WHERE missing))::integer AS missing
FROM (${held(tables, source, scope)}) held
GROUP BY held.scope ORDER BY held.scope`

/**
 * Withdraws the records that are missing from the file, and marks their places to be composed again. If a place was
 * merged, the place into which it was merged is marked, which may have been merged in turn.
 */
export const importWithdrawMissing = (
  tables: StagingTables,
  { run, source, scope }: { readonly run: string; readonly source: string; readonly scope: Scope }
): Sql => sql`
WITH RECURSIVE gone AS (
  UPDATE source_record record SET present = false, last_run = ${run}::uuid
  FROM (${held(tables, source, scope)}) held
  WHERE record.id = held.id AND held.missing
  RETURNING record.id, record.place_id
), due AS (
  INSERT INTO match_due SELECT id FROM gone ON CONFLICT DO NOTHING
), line AS (
  SELECT place.id, place.merged_into FROM gone JOIN place ON place.id = gone.place_id
  UNION
  SELECT place.id, place.merged_into FROM line JOIN place ON place.id = line.merged_into
)
INSERT INTO ${tables.bereft} SELECT id FROM line WHERE merged_into IS NULL`

export const importBereft = (tables: StagingTables, after: string | null, limit: number): Sql => sql`
SELECT place_id FROM ${tables.bereft}
${after === null ? EMPTY : sql`WHERE place_id > ${after}::uuid`}
ORDER BY place_id LIMIT ${limit}`
