import { UNCONFIRMED_MS } from '../../domain/subscriptions/periods.ts'
import type { Cadence } from '../../domain/subscriptions/subscription.ts'
import { once, type Sql, sql } from '../db/sql.ts'

/** Locks the row, which Prisma cannot do: two codes tried at once must be counted one after the other. */
export const subscriptionLock = (id: string): Sql =>
  sql`SELECT id FROM subscription WHERE id = ${id}::uuid FOR UPDATE`

const instant = (at: Date): Sql => once(sql`${at.toISOString()}::timestamptz`)

/**
 * The ids of subscriptions to look at, those that wait longest first. One with mails at once waits until something has
 * changed, and longer if its address got a mail a short time ago.
 */
export const subscriptionsDue = (
  before: Readonly<Record<Cadence, Date>>,
  version: number,
  most: number
): Sql => sql`
SELECT id FROM subscription
WHERE state = 'on' AND (
  (cadence = 'daily' AND told_at < ${instant(before.daily)})
  OR (cadence = 'weekly' AND told_at < ${instant(before.weekly)})
  OR (cadence = 'now' AND cursor < ${version}::bigint AND NOT EXISTS (
    SELECT FROM subscription other
    WHERE other.email_key = subscription.email_key AND other.state = 'on' AND other.cadence = 'now'
      AND other.told_at >= ${instant(before.now)}))
)
ORDER BY told_at NULLS FIRST, id LIMIT ${most}`

/** Ends the subscriptions of addresses that get no mail any more. */
export const suppressedEnd = (): Sql =>
  sql`DELETE FROM subscription USING suppressed WHERE suppressed.email_key = subscription.email_key`

/** Deletes subscriptions whose code was not typed in time. */
export const unconfirmedDelete = (now: Date): Sql => sql`
DELETE FROM subscription
WHERE state = 'asked' AND created_at < ${new Date(now.getTime() - UNCONFIRMED_MS).toISOString()}::timestamptz`
