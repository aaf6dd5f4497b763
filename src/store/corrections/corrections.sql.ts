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
 * Ends the current correction of a field and adds a new one, which knows the one it replaces. A unique index allows only one
 * current correction per field. The aggregate of the ended rows makes PostgreSQL end the old correction before it adds
 * the new one.
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
INSERT INTO correction (place_id, field, value, replaced, made_by, note, contribution_id, account_id, replaces)
SELECT ${place}::uuid, ${field}, ${JSON.stringify(value)}::json, ${JSON.stringify(replaced)}::json, ${by}, ${note}, ${contribution ?? null}::uuid,
       ${account ?? null}::uuid, before.id
FROM (SELECT max(id) AS id FROM ended) before
RETURNING id`

export const correctionEnd = (id: number, by: string | null, why: string): Sql => sql`
UPDATE correction SET undone_at = now(), undone_by = ${by}, undone_why = ${why}
WHERE id = ${id}::bigint AND undone_at IS NULL
RETURNING place_id`

/**
 * The correction that a correction replaced applies again, or the one before it if it was itself undone: `undone_why` is only
 * empty if a correction ended because another one replaced it. If its year has passed meanwhile, its manager is asked now, and
 * not held to have been asked.
 */
export const correctionBefore = (id: number): Sql => sql`
WITH RECURSIVE before AS (
  SELECT earlier.id, earlier.replaces, earlier.undone_why
  FROM correction JOIN correction AS earlier ON earlier.id = correction.replaces
  WHERE correction.id = ${id}::bigint
  UNION ALL
  SELECT earlier.id, earlier.replaces, earlier.undone_why
  FROM before JOIN correction AS earlier ON earlier.id = before.replaces
  WHERE before.undone_why IS NOT NULL
)
UPDATE correction SET undone_at = NULL, undone_by = NULL,
       confirm_by = CASE WHEN confirm_by < current_date THEN current_date ELSE confirm_by END,
       asked_on = CASE WHEN confirm_by < current_date THEN NULL ELSE asked_on END,
       reminded_on = CASE WHEN confirm_by < current_date THEN NULL ELSE reminded_on END
FROM before
WHERE correction.id = before.id AND before.undone_why IS NULL`

/** Those of the corrections that were replaced do not apply again if what replaced them is undone. */
export const correctionsDiscard = (ids: readonly number[], why: string): Sql => sql`
UPDATE correction SET undone_why = ${why}
WHERE id = ANY (${ids}::bigint[]) AND undone_at IS NOT NULL AND undone_why IS NULL`
