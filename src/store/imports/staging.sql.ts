import { type Sql, sql } from '../db/sql.ts'
import type { StagingTables } from './staging-tables.ts'

/**
 * Creates the temporary tables of a run. Temporary tables are not written to the log, disappear with the session,
 * and are not visible to other sessions.
 */
export const importStageOpen = ({
  seen,
  contents,
  reread,
  positions,
  placed,
  rejections,
  bereft
}: StagingTables): readonly Sql[] => [
  sql`CREATE TEMPORARY TABLE ${seen} (
    record_id text PRIMARY KEY, line integer NOT NULL, fingerprint text NOT NULL
  )`,
  sql`CREATE TEMPORARY TABLE ${contents} (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    record_id text NOT NULL, fingerprint text NOT NULL, raw jsonb NOT NULL, mapped jsonb NOT NULL,
    raw_key uuid, told jsonb, located boolean
  )`,
  sql`CREATE TEMPORARY TABLE ${reread} (
    record_id text PRIMARY KEY, raw_key uuid NOT NULL, told jsonb, located boolean NOT NULL, raw jsonb NOT NULL
  )`,
  sql`CREATE TEMPORARY TABLE ${positions} (
    record_id text PRIMARY KEY, geocoded jsonb, again boolean NOT NULL
  )`,
  sql`CREATE TEMPORARY TABLE ${placed} (record_id text PRIMARY KEY, place_id uuid, placed_by text NOT NULL)`,
  sql`CREATE TEMPORARY TABLE ${rejections} (line integer, record_id text, reasons jsonb, raw jsonb)`,
  sql`CREATE TEMPORARY TABLE ${bereft} (place_id uuid PRIMARY KEY)`
]

export const importStageClose = ({
  seen,
  contents,
  reread,
  positions,
  placed,
  rejections,
  bereft
}: StagingTables): Sql =>
  sql`DROP TABLE IF EXISTS ${seen}, ${contents}, ${reread}, ${positions}, ${placed}, ${rejections}, ${bereft}`

/** Those that are only counted have no raw record. */
export const runRejections = (id: string, tables: StagingTables): Sql => sql`
INSERT INTO run_rejection (run_id, line, record_id, reasons, raw)
SELECT ${id}::uuid, line, record_id, reasons, raw FROM ${tables.rejections} WHERE raw IS NOT NULL ORDER BY line`
