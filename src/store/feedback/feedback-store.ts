import { type Email, emailKey } from '../../domain/accounts/email.ts'
import type {
  Accepted,
  Feedback,
  FeedbackActs,
  FeedbackReader,
  FeedbackWriter,
  Setter
} from '../../domain/feedback/feedback-ports.ts'
import type { Language } from '../../domain/language.ts'
import { keyFor } from '../../domain/seal.ts'
import type { Act } from '../db/acting.ts'
import { dataVersionReader } from '../db/data-version.ts'
import type { Database } from '../db/database.ts'
import type { Runner } from '../db/sql.ts'
import { readMatcher } from '../erasure/hold-reader.ts'
import { suppressedFind } from '../outbox/outbox.sql.ts'
import { outboxIn } from '../outbox/outbox-store.ts'
import {
  acceptedAbout,
  feedbackDelete,
  feedbackDue,
  feedbackLock,
  feedbackLookedAt,
  feedbackOf,
  feedbackPut,
  feedbackTold
} from './feedback.sql.ts'

type Batch = Pick<Database, 'batch'>

/** Where the owner of a source gets corrections; null if it gets none. Only administrators may see it. */
export const findFeedback = async ({ batch }: Batch, source: string): Promise<Feedback | null> =>
  (await batch.query<Feedback>(feedbackOf(source))).rows[0] ?? null

/** Gives a source its address, or another one. Returns false if there is no such source. */
export const setFeedback = async (
  { batch }: Batch,
  source: string,
  { email, language, now }: { readonly email: Email; readonly language: Language; readonly now: Date }
): Promise<boolean> => ((await batch.query(feedbackPut(source, email, language, now))).rowCount ?? 0) > 0

/** Deletes the address. Returns false if there was none. */
export const endFeedback = async ({ batch }: Batch, source: string): Promise<boolean> =>
  ((await batch.query(feedbackDelete(source))).rowCount ?? 0) > 0

/** Whether an address gets no mail any more, because its server refused it. */
export const isFeedbackRefused = async (
  database: Pick<Database, 'batch' | 'pool' | 'kind'>,
  email: Email
): Promise<boolean> =>
  isSuppressed(database.batch, email, keyFor('email', await dataVersionReader(database).secret()))

const isSuppressed = async (runner: Runner, email: Email, key: Buffer): Promise<boolean> =>
  ((await runner.query(suppressedFind(emailKey(email, key)))).rowCount ?? 0) > 0

export const feedbackReader = ({ batch }: Batch): FeedbackReader => ({
  due: async (before) =>
    (await batch.query<{ source: string }>(feedbackDue(before))).rows.map(({ source }) => source)
})

export function feedbackActs(database: Database): FeedbackActs {
  const { secret } = dataVersionReader(database)
  return {
    run: async (work) => {
      const key = keyFor('email', await secret())
      return database.act((own) => work(feedbackWriter(own, key)))
    }
  }
}

type Row = Omit<Accepted, 'value' | 'replaced' | 'by'> & {
  /** As JSON text, because numbers keep their digits there; null if nothing was corrected. */
  readonly value: string | null
  readonly replaced: string | null
  readonly after_report: boolean
  readonly by_account: boolean
}

const feedbackWriter = (own: Act, key: Buffer): FeedbackWriter => ({
  lock: async (source) => (await own.client.query<Feedback>(feedbackLock(source))).rows[0] ?? null,
  isSuppressed: (email) => isSuppressed(own.client, email, key),
  accepted: async ({ source, since }, most) =>
    (await own.client.query<Row>(acceptedAbout(source, since, most))).rows.map(toAccepted),
  erased: () => readMatcher(own.client),
  told: async (source, items) => {
    await own.client.query(feedbackTold(source, items))
  },
  lookedAt: async (source, at) => {
    await own.client.query(feedbackLookedAt(source, at))
  },
  remove: async (source) => {
    await own.client.query(feedbackDelete(source))
  },
  outbox: outboxIn(own)
})

const toAccepted = ({ value, replaced, after_report, by_account, ...row }: Row): Accepted => ({
  ...row,
  value: value === null ? null : JSON.parse(value),
  replaced: replaced === null ? null : JSON.parse(replaced),
  by: setterOf(after_report, by_account)
})

/** An account sets a field as the manager of a place, or after a report as a moderator. */
const setterOf = (afterReport: boolean, byAccount: boolean): Setter =>
  byAccount ? (afterReport ? 'moderator' : 'manager') : afterReport ? 'report' : 'operator'
