import { type Sql, sql } from '../sql.ts'
import type { StagingTables } from '../staging-tables.ts'

/** Of the records of a file, in their order, those that stand in the directory as they were read before. */
export const importRecall = (source: string, keys: readonly string[]): Sql => sql`
SELECT asked.nth::integer AS nth, known.record_id AS id, known.fingerprint, known.located, known.told
FROM unnest(${keys}::uuid[]) WITH ORDINALITY AS asked (key, nth)
JOIN source_record known ON known.raw_key = asked.key
WHERE known.source = ${source} AND known.present`

/** Read anew, and found to say the same: by another release, or with a change that the directory has no place for. */
export const importStageReread = (tables: StagingTables, records: string): Sql => sql`
INSERT INTO ${tables.reread} (record_id, raw_key, told, located, raw)
SELECT record_id, raw_key, told, located, raw
FROM jsonb_to_recordset(${records}::jsonb)
  AS g (record_id text, raw_key uuid, told jsonb, located boolean, raw jsonb)
ON CONFLICT (record_id) DO NOTHING`

/** What they say is as it was; what is kept of them as they came is what came last. */
export const importKeepReread = (tables: StagingTables, source: string): Sql => sql`
UPDATE source_record kept
SET raw_key = staged.raw_key, told = staged.told, located = staged.located, raw = staged.raw
FROM ${tables.reread} staged
WHERE kept.source = ${source} AND kept.record_id = staged.record_id
  AND (kept.raw_key, kept.told, kept.located) IS DISTINCT FROM (staged.raw_key, staged.told, staged.located)`
