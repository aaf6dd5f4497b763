import { type Email, readEmail } from '../../domain/accounts/email.ts'
import {
  type FeedbackActs,
  type FeedbackReader,
  type ReportForSource,
  type StandingValue,
  TO_SOURCES
} from '../../domain/feedback/feedback-ports.ts'
import type { Language } from '../../domain/language.ts'
import type { Act } from '../db/acting.ts'
import type { Database } from '../db/database.ts'
import { outboxIn } from '../outbox/outbox-store.ts'
import { recordReader } from '../places/record-reader.ts'
import { reportsFor, valuesSet } from './feedback.sql.ts'

type StoredValue = Omit<StandingValue, 'value'> & {
  /** JSON text. */
  readonly value: string
}

export const feedbackReader = ({ prisma, batch }: Pick<Database, 'prisma' | 'batch'>): FeedbackReader => ({
  due: async (until) => {
    const rows = await prisma.source.findMany({
      where: { feedbackEmail: { not: null }, feedbackUntil: { lt: until } },
      orderBy: { slug: 'asc' }
    })
    return rows.flatMap(({ slug, name, feedbackEmail, feedbackLanguage: language, feedbackUntil }) => {
      const email = feedbackEmail === null ? undefined : readEmail(feedbackEmail)
      return email && feedbackUntil ? [{ slug, name, email, language, until: feedbackUntil }] : []
    })
  },
  valuesSet: async (source, period) =>
    (await batch.query<StoredValue>(valuesSet(source, period))).rows.map(({ value, ...rest }) => ({
      ...rest,
      value: JSON.parse(value)
    })),
  reportsFor: async (source, period) =>
    (await batch.query<ReportForSource>(reportsFor(source, period, TO_SOURCES))).rows,
  recordsOf: recordReader(batch).recordsOf
})

export const feedbackActs = ({ act }: Pick<Database, 'act'>): FeedbackActs => ({
  run: (work) => act((own) => work({ outbox: outboxIn(own), tellUntil: tellUntil(own) }))
})

const tellUntil =
  ({ tables }: Act): Parameters<Parameters<FeedbackActs['run']>[0]>[0]['tellUntil'] =>
  async ({ slug, email }, until) => {
    const where = { slug, feedbackEmail: email, feedbackUntil: { lt: until } }
    return (await tables.source.updateMany({ where, data: { feedbackUntil: until } })).count > 0
  }

/**
 * Sets the address that hears once a week what was put right on the records of a source; null ends it. A new address hears
 * what the one before has not heard. False if there is no such source.
 */
export async function setFeedback(
  { prisma }: Pick<Database, 'prisma'>,
  slug: string,
  to: { readonly email: Email; readonly language: Language } | null,
  now: Date
): Promise<boolean> {
  const found = await prisma.source.findUnique({ where: { slug } })
  if (found === null) return false
  const data = to
    ? {
        feedbackEmail: to.email,
        feedbackLanguage: to.language,
        feedbackUntil: found.feedbackUntil ?? now
      }
    : { feedbackEmail: null, feedbackUntil: null }
  await prisma.source.update({ where: { slug }, data })
  return true
}
