import { type Sql, sql } from '../db/sql.ts'
import type { StagingTables } from './staging-tables.ts'

/** Temporary tables: they are not written to the log, go with the session, and no other session sees them. */
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

export const runRejections = (id: string, tables: StagingTables): Sql => sql`
INSERT INTO run_rejection (run_id, line, record_id, reasons, raw)
SELECT ${id}::uuid, line, record_id, reasons, raw FROM ${tables.rejections} ORDER BY line`
