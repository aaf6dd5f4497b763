import { LOCKS } from '../db/locks.sql.ts'
import { EMPTY, once, type Sql, sql } from '../db/sql.ts'

/** Makes other transactions that count the attempts of this key wait until this one ends. */
export const countLock = (key: Buffer): Sql =>
  sql`SELECT pg_advisory_xact_lock(${LOCKS.attempts}, ${key.readInt32BE(0)}::integer)`

/** Locks the row, which Prisma cannot do: two codes tried at once must be counted one after the other. */
export const signInLock = (id: string): Sql => sql`SELECT id FROM sign_in WHERE id = ${id}::uuid FOR UPDATE`

/**
 * The reports of an account, also those sent with its address only; without an account, those of the address. The address is
 * always removed, the texts only if they are to be erased. A report that waits for an answer is withdrawn then, because nothing is left to decide about. The review of edits that are
 * published keeps their numbers and waits on: closing an account must not hide them from moderators.
 */
export const contributionsEmpty = (
  {
    account,
    email,
    key
  }: { readonly account: string | null; readonly email: string; readonly key: Buffer | null },
  erased: boolean,
  now: Date
): Sql => sql`
UPDATE contribution SET email = NULL, email_key = NULL, client_key = NULL, code_digest = NULL${erased ? textsGone(now) : EMPTY}
WHERE account_id = ${account}::uuid OR email_key = ${key}::bytea OR lower(email) = ${once(sql`lower(${email})`)}`

const textsGone = (now: Date): Sql => sql`, text = NULL,
  proposal = CASE WHEN proposal ? 'edits' THEN jsonb_build_object('edits', proposal -> 'edits') END,
  state = CASE WHEN closed_at IS NULL AND NOT ${IS_REVIEW} THEN 'withdrawn' ELSE state END,
  closed_at = CASE WHEN ${IS_REVIEW} THEN closed_at ELSE coalesce(closed_at, ${once(sql`${now}::timestamptz`)}) END`

const IS_REVIEW = sql`coalesce(proposal ? 'edits', false)`

export const noticesEmpty = (email: string): Sql =>
  sql`UPDATE notice SET email = NULL, name = NULL WHERE lower(email) = ${once(sql`lower(${email})`)}`

/**
 * Ends the open claims of an account. One that is contested waits on for a moderator: the edits that it made possible are
 * still published.
 */
export const claimsEnd = (account: string, now: Date): Sql => sql`
UPDATE claim SET state = 'ended', decided_at = coalesce(decided_at, ${once(sql`${now}::timestamptz`)}), code_digest = NULL
WHERE account_id = ${account}::uuid AND state IN ('asked', 'proving', 'granted')`

export const claimHintsEmpty = (account: string): Sql =>
  sql`UPDATE claim SET sent_to_hint = NULL, message = NULL WHERE account_id = ${account}::uuid`

const ofAccount = (table: Sql, columns: Sql, condition: Sql, order: Sql): Sql =>
  sql`(SELECT coalesce(jsonb_agg(to_jsonb(row) ORDER BY row.${order}), '[]')
       FROM (SELECT ${columns} FROM ${table} WHERE ${condition}) AS row)`

/**
 * Every row about an account, by table. Digests and keys made of addresses are left out: they say nothing that is not in
 * the row beside them.
 */
export function accountRows(account: string): Sql {
  const id = sql`(SELECT id FROM account WHERE id = ${account}::uuid)`
  const email = sql`(SELECT lower(email) FROM account WHERE id = ${account}::uuid)`
  const own = sql`account_id = ${id}`
  return sql`SELECT jsonb_build_object(
    'account', ${ofAccount(sql`account`, sql`id, email, name, capacity, language, created_at, last_seen_on, warned_on`, sql`id = ${id}`, sql`id`)},
    'identity', ${ofAccount(sql`identity`, sql`issuer, subject, siret, assurance`, own, sql`issuer`)},
    'sign_in', ${ofAccount(sql`sign_in`, sql`id, email, purpose, tries, created_at, expires_at, used_at`, sql`lower(email) = ${email}`, sql`id`)},
    'session', ${ofAccount(sql`session`, sql`created_at, seen_at, fresh_until, expires_at, label`, own, sql`created_at`)},
    'role', ${ofAccount(sql`role`, sql`role, rank, scope_kind, scope_code, granted_at, ends_at, ended_at`, own, sql`granted_at`)},
    'contribution', ${ofAccount(sql`contribution`, sql`reference, kind, place_id, category, text, proposal, email, state, outcome, reply, language, created_at, confirmed_at, closed_at`, sql`${own} OR lower(email) = ${email}`, sql`created_at`)},
    'correction', ${ofAccount(sql`correction`, sql`id, place_id, field, value, note, made_at, confirm_by, asked_on, reminded_on, undone_at, undone_why`, own, sql`id`)},
    'claim', ${ofAccount(sql`claim`, sql`place_id, proof, state, sent_to_hint, message, reason, created_at, proved_at, decided_at, confirmed_on`, own, sql`created_at`)},
    'subscription', ${ofAccount(sql`subscription`, sql`id, subject_kind, subject, label, filters, cadence, language, email, state, created_at, told_at`, sql`lower(email) = ${email}`, sql`created_at`)},
    'source_feedback', ${ofAccount(sql`source_feedback`, sql`source, email, language, since, looked_at`, sql`lower(email) = ${email}`, sql`source`)},
    'notice', ${ofAccount(sql`notice`, sql`reference, subject_kind, subject_id, ground, law, explanation, name, email, state, decision, reply, created_at, decided_at`, sql`lower(email) = ${email}`, sql`created_at`)},
    'act', ${ofAccount(sql`act`, sql`subject_kind, subject_id, kind, at, data`, sql`(actor_kind = 'account' AND actor_id = ${id}::text) OR (subject_kind = 'account' AND subject_id = ${id}::text)`, sql`at`)},
    'outbox', ${ofAccount(sql`outbox`, sql`payload, created_at, done_at`, sql`strpos(lower(payload::text), ${email}) > 0`, sql`created_at`)}
  ) AS rows`
}

/** Accounts that were not used since a day, the longest unused first. */
export const accountsUnused = (since: string, most: number): Sql => sql`
SELECT id, email, language, last_seen_on::text, warned_on::text FROM account
WHERE closed_at IS NULL AND last_seen_on <= ${since}::date
ORDER BY last_seen_on, id LIMIT ${most}`

/** The place that remains of each of these places. */
export const placesRemaining = (places: readonly string[]): Sql => sql`
WITH RECURSIVE line AS (
  SELECT given.id AS asked, place.id, merged_into FROM unnest(${places}::uuid[]) AS given (id) JOIN place USING (id)
  UNION ALL
  SELECT asked, place.id, place.merged_into FROM line JOIN place ON place.id = line.merged_into
)
SELECT asked, id FROM line WHERE merged_into IS NULL AND asked <> id`
