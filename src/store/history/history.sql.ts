import { type Sql, sql } from '../db/sql.ts'

/** What was published about a place, the latest first. */
export const placeChanges = (place: string, limit: number): Sql => sql`
SELECT kind, fields, at FROM change WHERE place_id = ${place}::uuid ORDER BY version DESC, id DESC LIMIT ${limit}`

/** Corrections of a place, also those that ended. Values are read as text, because numbers keep their digits there. */
export const placeCorrections = (place: string, limit: number): Sql => sql`
SELECT id, field, value::text AS value, replaced::text AS replaced, made_at, undone_at, undone_by, undone_why, replaces,
       contribution_id IS NOT NULL AS after_report, account_id IS NOT NULL AS by_account
FROM correction WHERE place_id = ${place}::uuid ORDER BY id DESC LIMIT ${limit}`

/** The public acts about a place. */
export const placeActs = (place: string, limit: number): Sql => sql`
SELECT kind, at, data ->> 'role' AS role FROM act
WHERE subject_kind = 'place' AND subject_id = ${place} AND public ORDER BY seq DESC LIMIT ${limit}`
