import { type Sql, sql } from '../db/sql.ts'
import type { StagingTables } from './staging-tables.ts'

/**
 * Makes PostgreSQL compress what a run writes by lz4, if the server supports it (the embedded one does not).
 * Compression by pglz, the default, was a twelfth of the time that a first import took in the database.
 */
export const importCompress = (): Sql => sql`
SELECT set_config('default_toast_compression', 'lz4', false) FROM pg_settings
WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)`

/**
 * For each key whose record is still present and was last read from the same text, returns the stored reading. `nth`
 * is the position of the key in the list.
 */
export const importRecall = (source: string, keys: readonly string[]): Sql => sql`
SELECT asked.nth::integer AS nth, known.record_id AS id, known.fingerprint, known.located, known.told
FROM unnest(${keys}::uuid[]) WITH ORDINALITY AS asked (key, nth)
JOIN source_record known ON known.raw_key = asked.key
WHERE known.source = ${source} AND known.present`

/**
 * Stages records that were mapped again without a change in the result. Either another release has read them, or
 * only a part of the row has changed that is not stored in the directory.
 */
export const importStageReread = (tables: StagingTables, records: string): Sql => sql`
INSERT INTO ${tables.reread} (record_id, raw_key, told, located, raw)
SELECT record_id, raw_key, told, located, raw
FROM jsonb_to_recordset(${records}::jsonb)
  AS g (record_id text, raw_key uuid, told jsonb, located boolean, raw jsonb)
ON CONFLICT (record_id) DO NOTHING`

/** Stores the raw data, findings and key of records that were mapped again. Their mapped content stays as it was. */
export const importKeepReread = (tables: StagingTables, source: string): Sql => sql`
UPDATE source_record kept
SET raw_key = staged.raw_key, told = staged.told, located = staged.located, raw = staged.raw
FROM ${tables.reread} staged
WHERE kept.source = ${source} AND kept.record_id = staged.record_id
  AND (kept.raw_key, kept.told, kept.located) IS DISTINCT FROM (staged.raw_key, staged.told, staged.located)`

/** Stages changed records. `records` is JSON text, so that the caller can make sure that PostgreSQL accepts it. */
export const importStageContents = (tables: StagingTables, records: string): Sql => sql`
INSERT INTO ${tables.contents} (record_id, fingerprint, raw, mapped, raw_key, told, located)
SELECT record_id, fingerprint, raw, mapped, raw_key, told, located
FROM ROWS FROM (
  jsonb_to_recordset(${records}::jsonb) AS (
    record_id text, fingerprint text, raw jsonb, mapped jsonb, raw_key uuid, told jsonb, located boolean
  )
) WITH ORDINALITY AS g (record_id, fingerprint, raw, mapped, raw_key, told, located, nth)
ORDER BY nth`

/** The number of staged records that change something. */
export const importStaged = ({ contents }: StagingTables): Sql =>
  sql`SELECT count(*)::integer AS staged FROM ${contents}`

export const importStageRejections = (tables: StagingTables, rejections: string): Sql => sql`
INSERT INTO ${tables.rejections}
SELECT * FROM jsonb_to_recordset(${rejections}::jsonb)
  AS g (line integer, record_id text, reasons jsonb, raw jsonb)`

export type Seen = { readonly record_id: string; readonly line: number; readonly fingerprint: string }

/**
 * Stores the ids and fingerprints of records, and returns whether each record is new, returned, updated or
 * unchanged. The contents are only sent for records that change something, so a re-import of an unchanged file
 * transfers little more than its fingerprints. For an id that already occurred in the file, no row is returned.
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

/**
 * Returns the stored name, address and phone for these ids: enough to see whether a new record describes another
 * place.
 */
export const importKnown = (source: string, ids: readonly string[]): Sql => sql`
SELECT record_id, mapped #>> '{content,name}' AS name, mapped #>> '{content,address,city}' AS city,
       mapped #>> '{content,address,commune}' AS commune, mapped #>> '{content,address,street}' AS street,
       mapped #>> '{content,contacts,phone}' AS phone
FROM source_record WHERE source = ${source} AND record_id = ANY (${ids}::text[]) AND present`

/** Returns the line on which each of these ids first occurred in the file. */
export const importStageFirst = (tables: StagingTables, ids: readonly string[]): Sql =>
  sql`SELECT record_id, line, fingerprint FROM ${tables.seen} WHERE record_id = ANY (${ids}::text[])`

/** Adds the services declared by the records of a run to the services that their source is known to declare. */
export const sourceDeclares = ({ contents }: StagingTables, source: string): Sql => sql`
WITH said AS (
  SELECT array_agg(DISTINCT code) AS codes
  FROM ${contents}, jsonb_array_elements_text(mapped -> 'content' -> 'services') AS code
)
UPDATE source SET declares = ARRAY(SELECT DISTINCT unnest(declares || said.codes) COLLATE "C" AS code ORDER BY code)
FROM said WHERE slug = ${source} AND NOT declares @> said.codes`
