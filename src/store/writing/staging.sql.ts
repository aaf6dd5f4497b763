import { type Sql, sql } from '../db/sql.ts'
import type { StagingTables } from './staging-tables.ts'

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

/** Temporary: they are not written ahead to the log, go with the session, and are nobody else's. */
export const importStageOpen = ({
  seen,
  contents,
  reread,
  positions,
  placed,
  rejections,
  bereft,
  changes,
  waiting,
  touched,
  composing
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
  sql`CREATE TEMPORARY TABLE ${bereft} (place_id uuid PRIMARY KEY)`,
  sql`CREATE TEMPORARY TABLE ${changes} (
    place_id uuid PRIMARY KEY, kind change_kind NOT NULL, fields text[] NOT NULL DEFAULT '{}', survivor uuid
  )`,
  sql`CREATE TEMPORARY TABLE ${waiting} (
    nth bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, record bigint NOT NULL
  )`,
  sql`CREATE TEMPORARY TABLE ${touched} (
    record bigint PRIMARY KEY, nth bigint GENERATED ALWAYS AS IDENTITY UNIQUE
  )`,
  sql`CREATE TEMPORARY TABLE ${composing} (place_id uuid PRIMARY KEY)`
]

export const importStageClose = ({
  seen,
  contents,
  reread,
  positions,
  placed,
  rejections,
  bereft,
  changes,
  waiting,
  touched,
  composing
}: StagingTables): Sql =>
  sql`DROP TABLE IF EXISTS
    ${seen}, ${contents}, ${reread}, ${positions}, ${placed}, ${rejections}, ${bereft}, ${changes},
    ${waiting}, ${touched}, ${composing}`
