import { type Sql, sql } from '../sql.ts'
import type { StagingTables } from '../staging-tables.ts'

export type Seen = { readonly record_id: string; readonly line: number; readonly fingerprint: string }

/**
 * Notes ids and fingerprints, and tells what each record is to the directory. Only of those that change something
 * are the contents sent at all: a re-import of a file that has not changed moves little more than its fingerprints.
 * An id that the file has already used is not answered.
 */
export function importStageSeen(tables: StagingTables, source: string, records: readonly Seen[]): Sql {
  return sql`
WITH given AS (
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
    AS g (record_id text, line integer, fingerprint text)
), noted AS (
  INSERT INTO ${tables.seen} SELECT * FROM given ORDER BY line
  ON CONFLICT (record_id) DO NOTHING
  RETURNING record_id, line, fingerprint
)
SELECT noted.line,
       CASE WHEN known.record_id IS NULL THEN 'created'
            WHEN NOT known.present THEN 'returned'
            WHEN known.fingerprint <> noted.fingerprint THEN 'updated'
            ELSE 'unchanged' END AS state
FROM noted
LEFT JOIN source_record known ON known.source = ${source} AND known.record_id = noted.record_id`
}

/** Where ids that the file uses again stood first. */
export const importStageFirst = (tables: StagingTables, ids: readonly string[]): Sql =>
  sql`SELECT record_id, line, fingerprint FROM ${tables.seen} WHERE record_id = ANY (${ids}::text[])`
