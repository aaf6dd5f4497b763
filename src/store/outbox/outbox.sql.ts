import { LEASE_MS, MAIL_KEPT_DAYS } from '../../domain/outbox/delivery.ts'
import { once, type Sql, sql } from '../db/sql.ts'

export const mailPut = (payload: string, dedupe: string | null, due: Date | null): Sql => sql`
INSERT INTO outbox (kind, payload, dedupe, due_at)
VALUES ('mail', ${payload}::jsonb, ${dedupe}, coalesce(${due?.toISOString() ?? null}::timestamptz, now()))
ON CONFLICT (dedupe) DO NOTHING`

/**
 * Takes mails. Taking one puts it off to the end of its lease, so that it is due again if its worker dies. `leased_until`
 * stays, and says how many were taken in the last minute. Two workers that ask at the same moment may together take one
 * handful more than a minute allows.
 */
export const mailLease = (most: number, perMinute: number, now: Date): Sql => sql`
WITH clock AS MATERIALIZED (
  SELECT now, now + ${LEASE_MS}::integer * interval '1 millisecond' AS until
  FROM (SELECT ${now.toISOString()}::timestamptz AS now) given
), taken AS (
  SELECT count(*) AS mails FROM outbox, clock WHERE leased_until > until - interval '1 minute'
), due AS (
  SELECT outbox.id FROM outbox, clock
  WHERE kind = 'mail' AND done_at IS NULL AND failed_at IS NULL AND due_at <= now
  ORDER BY due_at, outbox.id
  LIMIT greatest(0, least(${most}::integer, ${perMinute}::integer - (SELECT mails FROM taken)))
  FOR UPDATE OF outbox SKIP LOCKED
)
UPDATE outbox SET attempts = attempts + 1, due_at = until, leased_until = until
FROM due, clock WHERE outbox.id = due.id
RETURNING outbox.id, attempts AS attempt, created_at AS created, payload AS mail`

export const mailDone = (id: number, attempt: number, now: Date): Sql => sql`
UPDATE outbox SET done_at = ${now.toISOString()}::timestamptz, error = NULL
WHERE id = ${id}::bigint AND attempts = ${attempt}::smallint AND done_at IS NULL AND failed_at IS NULL`

/** Puts a mail off; without a time, it has failed. */
export const mailFailed = (
  { id, attempt }: { readonly id: number; readonly attempt: number },
  due: Date | null,
  reason: string,
  now: Date
): Sql => sql`
UPDATE outbox SET error = ${reason}, due_at = ${(due ?? now).toISOString()}::timestamptz,
  failed_at = ${due === null ? now.toISOString() : null}::timestamptz
WHERE id = ${id}::bigint AND attempts = ${attempt}::smallint AND done_at IS NULL AND failed_at IS NULL`

/** Mails that failed are tried again, as if they were new. */
export const mailsRetry = (now: Date): Sql => sql`
UPDATE outbox SET failed_at = NULL, attempts = 0, due_at = ${now.toISOString()}::timestamptz
WHERE kind = 'mail' AND failed_at IS NOT NULL AND payload IS NOT NULL`

export const mailsWaiting = (): Sql =>
  sql`SELECT count(*) AS waiting FROM outbox WHERE kind = 'mail' AND done_at IS NULL AND failed_at IS NULL`

export const suppressedFind = (key: Buffer): Sql =>
  sql`SELECT reason FROM suppressed WHERE email_key = ${key}`

export const suppressedAdd = (key: Buffer, reason: string, now: Date): Sql => sql`
INSERT INTO suppressed (email_key, reason, at) VALUES (${key}, ${reason}::suppressed_reason, ${now.toISOString()}::timestamptz)
ON CONFLICT (email_key) DO NOTHING`

/** Rows stay, because their `dedupe` still counts. */
export const mailsEmpty = (now: Date): Sql => sql`
UPDATE outbox SET payload = NULL, error = NULL
WHERE payload IS NOT NULL AND (done_at IS NOT NULL OR failed_at IS NOT NULL)
  AND coalesce(done_at, failed_at)
    < ${once(sql`${now.toISOString()}::timestamptz - ${MAIL_KEPT_DAYS}::integer * interval '1 day'`)}`

const isTo = (email: string): Sql => sql`lower(payload ->> 'to') = ${once(sql`lower(${email})`)}`

export const mailsForget = (email: string): Sql => sql`
WITH unsent AS (
  DELETE FROM outbox WHERE kind = 'mail' AND ${isTo(email)} AND done_at IS NULL AND failed_at IS NULL
)
UPDATE outbox SET payload = NULL, error = NULL
WHERE kind = 'mail' AND ${isTo(email)} AND (done_at IS NOT NULL OR failed_at IS NOT NULL)`
