import type { ClaimFilter } from '../../domain/claims/claim-ports.ts'
import { CODE_MS, LAPSED_KEPT_MS, TEXT_MONTHS, UNANSWERED_MS } from '../../domain/claims/periods.ts'
import { CONTRIBUTED } from '../../domain/contributions/new-place.ts'
import { LOCKS } from '../db/locks.sql.ts'
import { once, type Sql, sql } from '../db/sql.ts'
import { remaining, TERRITORIES } from '../moderation/moderation.sql.ts'

/** Makes other acts on claims of this place wait until this one ends. */
export const claimsLock = (place: string): Sql =>
  sql`SELECT pg_advisory_xact_lock(${LOCKS.claims}, hashtext(${place}))`

export const claimLock = (id: string): Sql => sql`SELECT id FROM claim WHERE id = ${id}::uuid FOR UPDATE`

/** A place, and all that were merged into it, as `line`. */
const line = (place: string): Sql => sql`
WITH RECURSIVE line AS (
  SELECT ${place}::uuid AS id
  UNION ALL
  SELECT place.id FROM line JOIN place ON place.merged_into = line.id
)`

export const claimsOfAccount = (place: string, account: string): Sql => sql`${line(place)}
SELECT claim.id FROM line JOIN claim ON place_id = line.id WHERE account_id = ${account}::uuid ORDER BY created_at DESC, claim.id DESC`

export const claimsGrantedBy = (place: string, account: string): Sql => sql`${line(place)}
SELECT claim.id FROM line JOIN claim ON place_id = line.id WHERE decided_by = ${account}::uuid AND state = 'granted'`

export const claimsHeld = (place: string): Sql => sql`${line(place)}
SELECT claim.id FROM line JOIN claim ON place_id = line.id
WHERE state IN ('granted', 'contested') ORDER BY created_at, claim.id`

const isOpen = (now: Date): Sql =>
  sql`ended_at IS NULL AND (ends_at IS NULL OR ends_at > ${once(sql`${now}::timestamptz`)})`

export const placeManagers = (place: string, now: Date): Sql => sql`${line(place)}
SELECT account_id AS account, min(rank::text) FILTER (WHERE rank = 'owner') IS NOT NULL AS owns
FROM line JOIN role ON scope_kind = 'place' AND scope_code = line.id::text
WHERE role = 'manager' AND ${isOpen(now)} GROUP BY account_id`

export const managerEnd = (
  place: string,
  account: string,
  by: string | null,
  now: Date
): Sql => sql`${line(place)}
UPDATE role SET ended_at = ${now}::timestamptz, ended_by = ${by}::uuid FROM line
WHERE account_id = ${account}::uuid AND role = 'manager' AND scope_kind = 'place' AND scope_code = line.id::text
  AND ended_at IS NULL`

/**
 * The addresses and sites of the records of a place that have had them since before an instant. Records that people
 * proposed are left out: a claimant could have proposed one with an address of their own.
 */
export const oldContacts = (place: string, before: Date): Sql => sql`${line(place)}
SELECT coalesce(mapped #> '{content,contacts,emails}', '[]') AS emails,
       coalesce(mapped #> '{content,contacts,websites}', '[]') AS websites
FROM line JOIN source_record ON place_id = line.id
WHERE present AND source <> ${CONTRIBUTED.source} AND contacts_since < ${before}::timestamptz`

/**
 * The addresses and sites that the operator or moderators set, of a place and of those merged into it: the last ones that
 * were not undone, even if a manager has replaced them since. What managers write is left out. An impostor must not keep the
 * place from proving who it is, and their own address proves nothing.
 */
export const correctedContacts = (place: string): Sql => sql`${line(place)}
SELECT DISTINCT ON (field) field, value::jsonb AS value
FROM line JOIN correction ON place_id = line.id
WHERE field IN ('contacts.emails', 'contacts.websites') AND undone_why IS NULL
  AND (account_id IS NULL OR contribution_id IS NOT NULL)
ORDER BY field, correction.id DESC`

/** The sites of places that mention a domain. It reads all places, so only a claim by this domain asks it. */
export const sitesMentioning = (domain: string, most: number): Sql => sql`
SELECT (document #> '{contacts,websites}')::jsonb AS websites FROM place
WHERE status = 'active' AND strpos(lower(document #>> '{contacts,websites}'), ${domain}) > 0 LIMIT ${most}`

/** A claim as those see it who have a part in it. */
const SEEN = (now: Date): Sql => sql`
SELECT claim.id, place_id AS place, claim.account_id AS account, proof, state, sent_to_hint AS "sentToHint", tries, message, reason,
       decided_by AS "decidedBy", claim.created_at AS "createdAt", proved_at AS "provedAt", decided_at AS "decidedAt",
       jsonb_build_object('name', account.name, 'email', account.email) AS claimant,
       jsonb_build_object('id', meant.id, 'name', meant.display_name, 'city', meant.city, 'status', meant.status,
                          'territories', ${TERRITORIES}) AS meant,
       EXISTS (
         WITH RECURSIVE line AS (
           SELECT meant.id
           UNION ALL
           SELECT place.id FROM line JOIN place ON place.merged_into = line.id
         )
         SELECT FROM line JOIN role ON scope_kind = 'place' AND scope_code = line.id::text
         WHERE role = 'manager' AND rank = 'owner' AND ${isOpen(now)}
       ) AS "hasOwner"
FROM claim JOIN account ON account.id = claim.account_id
     CROSS JOIN LATERAL (${remaining(sql`claim.place_id`)}) AS meant`

export const claimSeen = (id: string, now: Date): Sql => sql`${SEEN(now)} WHERE claim.id = ${id}::uuid`

export const claimsSeenOf = (account: string, now: Date): Sql =>
  sql`${SEEN(now)} WHERE claim.account_id = ${account}::uuid ORDER BY claim.created_at DESC, claim.id DESC LIMIT 200`

export const claimsOnPlace = (place: string, now: Date): Sql => sql`${line(place)}
${SEEN(now)} WHERE claim.place_id IN (SELECT id FROM line) AND state IN ('asked', 'proving', 'granted', 'contested')
ORDER BY claim.created_at DESC, claim.id DESC LIMIT 200`

/**
 * What waits for a moderator: what is contested, then what was asked. Those on places with a manager only once the manager
 * has had the time to answer.
 */
export const claimQueue = (
  { states, reach, managerHadUntil }: ClaimFilter,
  limit: number,
  now: Date
): Sql => sql`
SELECT *, count(*) OVER ()::integer AS total FROM (${SEEN(now)}
  WHERE state = ANY (${states}::claim_state[])
    AND (${reach === 'everywhere' ? sql`true` : sql`${TERRITORIES} && ${reach}::text[]`})
) AS seen
WHERE state <> 'asked' OR NOT "hasOwner" OR coalesce("provedAt", "createdAt") <= ${managerHadUntil}::timestamptz
ORDER BY state = 'contested' DESC, "createdAt", id LIMIT ${limit}`

const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms)

/** Claims whose code was not typed in time. */
export const claimsToLapse = (now: Date): Sql =>
  sql`SELECT id FROM claim WHERE state = 'proving' AND created_at <= ${before(now, CODE_MS)}::timestamptz LIMIT 1000`

/** Claims that neither owners nor moderators have answered. */
export const claimsUnanswered = (now: Date): Sql => sql`
SELECT claim.id, account.email, account.language,
       jsonb_build_object('id', meant.id, 'name', meant.display_name, 'city', meant.city) AS place
FROM claim JOIN account ON account.id = claim.account_id
CROSS JOIN LATERAL (${remaining(sql`claim.place_id`)}) AS meant
WHERE claim.state = 'asked' AND claim.created_at <= ${before(now, UNANSWERED_MS)}::timestamptz
ORDER BY claim.id LIMIT 1000`

export const lapsedDelete = (now: Date): Sql => sql`
DELETE FROM claim WHERE state = 'lapsed' AND decided_at < ${before(now, LAPSED_KEPT_MS)}::timestamptz`

/** Empties what was written about claims that are over. That they were made, and what became of them, is kept. */
export const claimTextsEmpty = (now: Date): Sql => sql`
UPDATE claim SET sent_to_hint = NULL, message = NULL, reason = NULL
WHERE state IN ('refused', 'revoked', 'ended')
  AND decided_at < ${once(sql`${now}::timestamptz - ${TEXT_MONTHS}::integer * interval '1 month'`)}
  AND num_nonnulls(sent_to_hint, message, reason) > 0`
