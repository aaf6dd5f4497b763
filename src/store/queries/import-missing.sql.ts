import type { Scope } from '../../domain/import-ports.ts'
import { EMPTY, type Sql, sql } from '../sql.ts'
import type { StagingTables } from '../staging-tables.ts'

/** Before its first colon an id names its producer. '' is a part too: the records that name none. */
const partOf = (scope: Scope, recordId: Sql): Sql =>
  scope === 'source'
    ? sql`''`
    : sql`CASE WHEN strpos(${recordId}, ':') > 0 THEN split_part(${recordId}, ':', 1) ELSE '' END`

/**
 * Present records of the parts that the file holds records of, and whether it holds them. A record that was
 * rejected stands in the file: it is not missing, whatever is wrong with it.
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

/** Temporary tables have no statistics until they are asked for; without, a million ids are looked up one by one. */
export const importStageAnalyze = ({ seen, rejections }: StagingTables): Sql =>
  sql`ANALYZE ${seen}, ${rejections}`

export const importLosses = (tables: StagingTables, source: string, scope: Scope): Sql => sql`
SELECT nullif(scope, '') AS scope, count(*)::integer AS present, (count(*) FILTER (WHERE missing))::integer AS missing
FROM (${held(tables, source, scope)}) held
GROUP BY held.scope ORDER BY held.scope`

/** A place that was merged since has given its records to its survivor, which may have been merged in turn. */
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
