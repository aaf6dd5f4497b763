import { once, type Sql, sql } from '../db/sql.ts'

export const placeUpdatedAt = (place: string): Sql =>
  sql`SELECT updated_at FROM place WHERE id = ${place}::uuid FOR UPDATE`

/** Says who made a correction, and until when it stands without being confirmed. */
export const editOwn = (id: number, account: string, confirmBy: string): Sql => sql`
UPDATE correction SET account_id = ${account}::uuid, confirm_by = ${confirmBy}::date WHERE id = ${id}::bigint`

export const editFind = (id: number): Sql => sql`
SELECT id, place_id AS place, CASE WHEN contribution_id IS NULL THEN account_id END AS account FROM correction
WHERE id = ${id}::bigint AND undone_at IS NULL FOR UPDATE`

/** A place, and all that were merged into it, as `line`. */
const line = (place: string): Sql => sql`
WITH RECURSIVE line AS (
  SELECT ${place}::uuid AS id
  UNION ALL
  SELECT place.id FROM line JOIN place ON place.merged_into = line.id
)`

/** Edits of managers have an account and no report: those after a report are a moderator's. */
export const editsOn = (place: string, account: string | null): Sql => sql`${line(place)}
SELECT correction.id, undone_at IS NULL AS stands FROM line JOIN correction ON place_id = line.id
WHERE undone_why IS NULL AND account_id IS NOT NULL AND contribution_id IS NULL
  AND (${once(sql`${account}::uuid`)} IS NULL OR account_id = ${once(sql`${account}::uuid`)})
ORDER BY correction.id`

const WAITS = sql`contribution.kind = 'edit' AND contribution.state IN ('open', 'in_hand', 'asked')`

/** Reviews of edits of which none stands any more: nothing is left to decide. */
export const reviewsEnd = (place: string, now: Date): Sql => sql`${line(place)}
UPDATE contribution SET state = 'lapsed', closed_at = ${now}::timestamptz FROM line
WHERE place_id = line.id AND ${WAITS} AND proposal ? 'edits' AND NOT EXISTS (
  SELECT FROM correction
  WHERE correction.id IN (SELECT jsonb_array_elements_text(proposal -> 'edits')::bigint) AND undone_at IS NULL
)
RETURNING reference`

export const proposalsEnd = (place: string, account: string | null, now: Date): Sql => sql`${line(place)}
UPDATE contribution SET state = 'lapsed', closed_at = ${now}::timestamptz FROM line
WHERE place_id = line.id AND ${WAITS} AND proposal ? 'fields'
  AND (${once(sql`${account}::uuid`)} IS NULL OR account_id = ${once(sql`${account}::uuid`)})
RETURNING reference`

/** Those about which their manager was asked only lately are left out: the service may have been stopped for long. */
export const editsUnconfirmed = (day: string): Sql => sql`
SELECT id, place_id AS place, account_id AS account FROM correction
WHERE undone_at IS NULL AND confirm_by IS NOT NULL AND confirm_by < ${once(sql`${day}::date`)}
      AND (asked_on IS NULL OR asked_on < ${once(sql`${day}::date`)})
ORDER BY id`

/** Edits that must be confirmed today or had to be before, of one account or of all that are open. */
export const editsDue = (today: string, account: string | null): Sql => sql`
SELECT account.id AS account, account.email, account.language, place.id AS place, document ->> 'display_name' AS name,
       nullif(city, '') AS city, asked_on::text AS "askedOn", reminded_on::text AS "remindedOn"
FROM correction JOIN account ON account.id = account_id JOIN place ON place.id = place_id
WHERE undone_at IS NULL AND confirm_by <= ${today}::date AND closed_at IS NULL AND place.status = 'active'
      AND (asked_on IS NULL OR reminded_on IS NULL)
      AND ${account === null ? sql`true` : sql`account_id = ${account}::uuid`}
ORDER BY account.id, name, place.id
FOR UPDATE OF correction`

export const editsAsked = (account: string, today: string): Sql => sql`
UPDATE correction SET asked_on = ${once(sql`${today}::date`)}
WHERE account_id = ${account}::uuid AND undone_at IS NULL AND confirm_by <= ${once(sql`${today}::date`)} AND asked_on IS NULL`

export const editsReminded = (account: string, today: string): Sql => sql`
UPDATE correction SET reminded_on = ${today}::date
WHERE account_id = ${account}::uuid AND undone_at IS NULL AND asked_on IS NOT NULL AND reminded_on IS NULL`

export const editsConfirm = (place: string, account: string, confirmBy: string): Sql => sql`
UPDATE correction SET confirm_by = ${confirmBy}::date, asked_on = NULL, reminded_on = NULL
WHERE place_id = ${place}::uuid AND account_id = ${account}::uuid AND undone_at IS NULL AND confirm_by IS NOT NULL`

/** The places that an account manages, with what it set there and what it proposed. */
export const placesManaged = (account: string): Sql => sql`
SELECT place.id, document ->> 'display_name' AS name, nullif(city, '') AS city, status,
       own.edits, own.confirm_by::text AS "confirmBy", proposed.waiting, claimed.claims
FROM place
CROSS JOIN LATERAL (
  SELECT count(*)::integer AS edits, min(confirm_by) AS confirm_by FROM correction
  WHERE place_id = place.id AND account_id = ${account}::uuid AND undone_at IS NULL AND confirm_by IS NOT NULL
) AS own
CROSS JOIN LATERAL (
  SELECT coalesce(
    jsonb_agg(jsonb_build_object('reference', reference, 'fields', proposal -> 'fields', 'at', created_at)
              ORDER BY created_at), '[]') AS waiting
  FROM contribution
  WHERE place_id = place.id AND account_id = ${account}::uuid AND kind = 'edit' AND closed_at IS NULL
        AND proposal ? 'fields'
) AS proposed
CROSS JOIN LATERAL (
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', claim.id, 'at', coalesce(proved_at, created_at))
                            ORDER BY created_at), '[]') AS claims
  FROM claim
  WHERE claim.state = 'asked' AND claim.account_id <> ${account}::uuid
    AND place_id IN (
      WITH RECURSIVE line AS (
        SELECT place.id
        UNION ALL
        SELECT merged.id FROM line JOIN place AS merged ON merged.merged_into = line.id
      )
      SELECT id FROM line
    )
    AND EXISTS (
      SELECT FROM role
      WHERE account_id = ${account}::uuid AND role = 'manager' AND rank = 'owner' AND scope_kind = 'place'
        AND scope_code = place.id::text AND ended_at IS NULL AND (ends_at IS NULL OR ends_at > now())
    )
) AS claimed
WHERE place.id IN (
  SELECT CASE WHEN scope_kind = 'place' THEN scope_code::uuid END FROM role
  WHERE account_id = ${account}::uuid AND role = 'manager' AND ended_at IS NULL
        AND (ends_at IS NULL OR ends_at > now())
)
ORDER BY name, place.id`
