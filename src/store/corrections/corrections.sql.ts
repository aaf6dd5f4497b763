import type { NewCorrection } from '../../domain/corrections/correction-ports.ts'
import { CORRECTIONS } from '../../domain/places/corrections.ts'
import { type Sql, sql } from '../db/sql.ts'
import { placeRecords } from '../places/place-records.sql.ts'
import { registering } from '../writing/source-register.sql.ts'

export const placeExists = (id: string): Sql => sql`SELECT FROM place WHERE id = ${id}::uuid`

/** A place with its records. The row is locked, so that housekeeping does not change it in the meantime. */
export const placeDescribed = (id: string): Sql => sql`
SELECT status, merged_into,
       (SELECT coalesce(jsonb_agg(to_jsonb(record)), '[]') FROM (${placeRecords(id)}) record) AS records
FROM place WHERE id = ${id}::uuid
FOR UPDATE`

/**
 * Ends the current correction of a field and adds a new one. A unique index allows only one current correction per
 * field. Counting the ended rows makes PostgreSQL end the old correction before it adds the new one.
 */
export const correctionKeep = (
  { place, field, value, replaced, note, contribution, account }: NewCorrection,
  by: string
): Sql => sql`
WITH ${registering(CORRECTIONS)}, ended AS (
  UPDATE correction SET undone_at = now()
  WHERE place_id = ${place}::uuid AND field = ${field} AND undone_at IS NULL
  RETURNING id
)
INSERT INTO correction (place_id, field, value, replaced, made_by, note, contribution_id, account_id)
SELECT ${place}::uuid, ${field}, ${JSON.stringify(value)}::json, ${JSON.stringify(replaced)}::json, ${by}, ${note}, ${contribution ?? null}::uuid,
       ${account ?? null}::uuid
FROM (SELECT count(*) FROM ended) before
RETURNING id`

export const correctionEnd = (id: number): Sql =>
  sql`UPDATE correction SET undone_at = now() WHERE id = ${id}::bigint AND undone_at IS NULL RETURNING place_id`
