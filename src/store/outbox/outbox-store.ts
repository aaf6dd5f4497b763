import { emailKey } from '../../domain/accounts/email.ts'
import type { LeasedMail, Queue } from '../../domain/outbox/delivery.ts'
import type { Outbox } from '../../domain/outbox/outbox.ts'
import { keyFor } from '../../domain/seal.ts'
import type { Act } from '../db/acting.ts'
import { dataVersionReader } from '../db/data-version.ts'
import type { Database } from '../db/database.ts'
import { storableJson } from '../db/storable-json.ts'
import {
  mailDone,
  mailFailed,
  mailLease,
  mailPut,
  mailsEmpty,
  mailsForget,
  mailsRetry,
  mailsWaiting,
  suppressedAdd,
  suppressedFind
} from './outbox.sql.ts'

/** The outbox within an act of `database.act`. */
export const outboxIn = ({ client }: Pick<Act, 'client'>): Outbox => ({
  put: async ({ mail, dedupe = null, due = null }) => {
    await client.query(mailPut(storableJson(mail), dedupe, due))
  },
  forget: async (email) => {
    await client.query(mailsForget(email))
  }
})

export function mailQueue(database: Database, perMinute: number): Queue {
  const { batch } = database
  const { secret } = dataVersionReader(database)
  const keyOf = async (email: Parameters<typeof emailKey>[0]) =>
    emailKey(email, keyFor('email', await secret()))
  return {
    lease: async (most, now) => (await batch.query<LeasedMail>(mailLease(most, perMinute, now))).rows,
    done: async ({ id, attempt }, now) => {
      await batch.query(mailDone(id, attempt, now))
    },
    failed: async (leased, due, reason, now) => {
      await batch.query(mailFailed(leased, due, reason, now))
    },
    suppressed: async (email) => {
      const { rows } = await batch.query<{ reason: 'bounce' | 'complaint' | 'asked' }>(
        suppressedFind(await keyOf(email))
      )
      return rows[0]?.reason ?? null
    },
    suppress: async (email, reason, now) => {
      await batch.query(suppressedAdd(await keyOf(email), reason, now))
    }
  }
}

type Batch = Pick<Database, 'batch'>

/** Empties mails that were sent long ago. Returns their number. */
export const emptyOldMails = async ({ batch }: Batch, now: Date): Promise<number> =>
  (await batch.query(mailsEmpty(now))).rowCount ?? 0

/** Makes mails that failed due again. Returns their number. */
export const retryFailedMails = async ({ batch }: Batch, now: Date): Promise<number> =>
  (await batch.query(mailsRetry(now))).rowCount ?? 0

export const countWaitingMails = async ({ batch }: Batch): Promise<number> =>
  (await batch.query<{ waiting: number }>(mailsWaiting())).rows[0]?.waiting ?? 0
