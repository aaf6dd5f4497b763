import { type Sql, sql } from '../sql.ts'
import type { StagingTables } from '../staging-tables.ts'

/** `records` is JSON text, so that whoever made it could see to it that PostgreSQL can hold it. */
export const importStageContents = (tables: StagingTables, records: string): Sql => sql`
INSERT INTO ${tables.contents} (record_id, fingerprint, raw, mapped, raw_key, told, located)
SELECT record_id, fingerprint, raw, mapped, raw_key, told, located
FROM ROWS FROM (
  jsonb_to_recordset(${records}::jsonb) AS (
    record_id text, fingerprint text, raw jsonb, mapped jsonb, raw_key uuid, told jsonb, located boolean
  )
) WITH ORDINALITY AS g (record_id, fingerprint, raw, mapped, raw_key, told, located, nth)
ORDER BY nth`

/** How many were set aside. */
export const importStaged = ({ contents }: StagingTables): Sql =>
  sql`SELECT count(*)::integer AS staged FROM ${contents}`

export const importStageRejections = (tables: StagingTables, rejections: string): Sql => sql`
INSERT INTO ${tables.rejections}
SELECT * FROM jsonb_to_recordset(${rejections}::jsonb)
  AS g (line integer, record_id text, reasons jsonb, raw jsonb)`
