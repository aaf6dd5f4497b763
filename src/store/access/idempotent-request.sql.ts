import type { RequestName } from '../../domain/access/idempotency.ts'
import { type Sql, sql } from '../db/sql.ts'

const LEASE = sql`interval '30 seconds'`

export const requestsForget = (): Sql =>
  sql`DELETE FROM idempotent_request WHERE started_at < now() - interval '24 hours' AND leased_until < now()`

/**
 * Claims a request for this process. Returns a row if the claim succeeded; none if another process holds the
 * request or it has already been answered.
 */
export const requestClaim = ({ keyId, token }: RequestName, attempt: string): Sql => sql`
INSERT INTO idempotent_request AS known (key_id, token, attempt, leased_until)
VALUES (${keyId}, ${token}, ${attempt}::uuid, now() + ${LEASE})
ON CONFLICT (key_id, token) DO UPDATE SET attempt = excluded.attempt, leased_until = excluded.leased_until
WHERE known.answer IS NULL AND known.leased_until < now()
RETURNING attempt`

export const requestFind = ({ keyId, token }: RequestName): Sql =>
  sql`SELECT fingerprint, answer FROM idempotent_request WHERE key_id = ${keyId} AND token = ${token}`

export const requestRenew = ({ keyId, token }: RequestName, attempt: string): Sql => sql`
UPDATE idempotent_request SET leased_until = now() + ${LEASE}
WHERE key_id = ${keyId} AND token = ${token} AND attempt = ${attempt}::uuid AND answer IS NULL`

export const requestAnswer = (
  { keyId, token }: RequestName,
  attempt: string,
  fingerprint: string,
  answer: string
): Sql => sql`
UPDATE idempotent_request SET fingerprint = ${fingerprint}, answer = ${answer}::json
WHERE key_id = ${keyId} AND token = ${token} AND attempt = ${attempt}::uuid`

export const requestAbandon = ({ keyId, token }: RequestName, attempt: string): Sql => sql`
DELETE FROM idempotent_request
WHERE key_id = ${keyId} AND token = ${token} AND attempt = ${attempt}::uuid AND answer IS NULL`
