import { CLIENT_KEY_MS, TEXT_MONTHS, UNCONFIRMED_MS } from '../../domain/contributions/periods.ts'
import { once, type Sql, sql } from '../db/sql.ts'

/**
 * The contribution with this reference; no other act changes it until this one is over. Not FOR UPDATE: a correction that
 * names the contribution would wait for it while it holds the writers' lock, for which this act may be waiting.
 */
export const contributionLock = (reference: string): Sql =>
  sql`SELECT id FROM contribution WHERE reference = ${reference} FOR NO KEY UPDATE`

const SAYS_CLOSED = sql`category = 'closed'
  AND ((state IN ('open', 'in_hand', 'asked') AND confirmed_at IS NOT NULL)
       OR (state = 'accepted' AND outcome = 'closed'))`

const CLOSING_COLUMNS = sql`email_key, client_key, account_id, coalesce(confirmed_at, closed_at) AS confirmed_at,
       state = 'accepted' OR EXISTS (
         SELECT FROM role
         WHERE role.account_id = contribution.account_id AND role = 'manager' AND scope_kind = 'place'
           AND scope_code = contribution.place_id::text AND ended_at IS NULL AND (ends_at IS NULL OR ends_at > now())
       ) AS is_sure`

/**
 * Confirmed reports that a place no longer exists, which wait for a decision, and those that a moderator has accepted for
 * that reason. Those on places that were merged into it count too.
 */
export const closingReports = (place: string): Sql => sql`
WITH RECURSIVE line AS (
  SELECT ${place}::uuid AS id
  UNION ALL
  SELECT place.id FROM line JOIN place ON place.merged_into = line.id
)
SELECT ${CLOSING_COLUMNS}
FROM line JOIN contribution ON place_id = line.id
WHERE ${SAYS_CLOSED}`

/** The same reports about all places, each with the place that remains after mergers: there are few. */
export const allClosingReports = (): Sql => sql`
WITH RECURSIVE line AS (
  SELECT contribution.id AS contribution, place.id, place.merged_into
  FROM contribution JOIN place ON place.id = contribution.place_id
  WHERE ${SAYS_CLOSED}
  UNION ALL
  SELECT line.contribution, place.id, place.merged_into FROM line JOIN place ON place.id = line.merged_into
)
SELECT line.id AS place, ${CLOSING_COLUMNS}
FROM line JOIN contribution ON contribution.id = line.contribution
WHERE line.merged_into IS NULL`

/** Reports about a named person, if the place still shows one and this report has hidden none. */
export const personsToHide = (): Sql => sql`
SELECT contribution.id AS contribution, place.id AS place
FROM contribution JOIN place ON place.id = contribution.place_id
WHERE category = 'person' AND state IN ('open', 'in_hand', 'asked') AND place.status = 'active'
  AND place.document -> 'contacts' ->> 'person' IS NOT NULL
  AND NOT EXISTS (SELECT FROM correction WHERE contribution_id = contribution.id)
ORDER BY contribution.created_at
LIMIT 100`

/** Deletes reports whose address was not confirmed in time. Their author gets nothing more, and nothing is published. */
export const unconfirmedDelete = (now: Date): Sql => sql`
DELETE FROM contribution
WHERE state = 'unconfirmed' AND created_at < ${before(now, UNCONFIRMED_MS)}::timestamptz`

/** Empties what is no longer needed to tell whether two reports come from one device. */
export const clientKeysEmpty = (now: Date): Sql => sql`
UPDATE contribution SET client_key = NULL
WHERE client_key IS NOT NULL AND created_at < ${before(now, CLIENT_KEY_MS)}::timestamptz`

/** Empties what people wrote about themselves and others. What it was about, and what became of it, is kept. */
export const textsEmpty = (now: Date): Sql => sql`
UPDATE contribution
SET text = NULL, proposal = NULL, email = NULL, email_key = NULL, reply = NULL
WHERE closed_at < ${once(sql`${now.toISOString()}::timestamptz - ${TEXT_MONTHS}::integer * interval '1 month'`)}
  AND num_nonnulls(text, proposal, email, email_key, reply) > 0`

const before = (now: Date, ms: number): string => new Date(now.getTime() - ms).toISOString()
