import { type Sql, sql } from '../sql.ts'
import type { StagingTables } from '../staging-tables.ts'

/** The last act of a transaction that changed something: the next version, and under it what changed. */
export const importPublish = (tables: StagingTables): Sql => sql`
WITH next AS (
  UPDATE data_version SET version = version + 1, changed_at = clock_timestamp()
  WHERE EXISTS (SELECT FROM ${tables.changes})
  RETURNING version, changed_at
)
INSERT INTO change (version, kind, place_id, survivor, fields, at)
SELECT next.version, made.kind, made.place_id, made.survivor, made.fields, next.changed_at FROM next, ${tables.changes} made
ORDER BY made.place_id`
