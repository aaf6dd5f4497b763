import { dueBefore } from '../subscriptions/digest.ts'
import { feedbackPage } from './feedback-link.ts'
import { feedbackMail } from './feedback-mail.ts'
import type { FeedbackActs, FeedbackReader, FeedbackWriter } from './feedback-ports.ts'
import { toMend } from './to-mend.ts'

type FeedbackDeps = {
  readonly acts: FeedbackActs
  readonly reader: FeedbackReader
  readonly secret: () => Promise<string>
}

/** Contributions that are looked at for one mail; the others follow in the next one. */
const MOST = 300

/**
 * Mails to the owners of sources, on Monday mornings, what was accepted about their records, so that they mend it where it
 * comes from. What was mailed is noted in the transaction that puts the mail into the outbox, so nothing is mailed twice. A
 * source that fails does not stop the others. Throws an `AggregateError` at the end if any has failed.
 */
export async function tellSources(
  { acts, reader, secret }: FeedbackDeps,
  now: Date
): Promise<{ readonly mailed: number }> {
  const { weekly } = dueBefore(now)
  const key = await secret()
  const failures: unknown[] = []
  let mailed = 0
  for (const source of await reader.due(weekly)) {
    try {
      if (await acts.run((writer) => tell(writer, source, { weekly, now, secret: key }))) mailed += 1
    } catch (error) {
      failures.push(error)
      await acts.run((writer) => writer.lookedAt(source, now))
    }
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `Sources that failed and are tried again next week: ${failures.length}.`
    )
  return { mailed }
}

/** `weekly`: when the mails of this week were due. */
type Turn = { readonly weekly: Date; readonly now: Date; readonly secret: string }

/** False if there is nothing to mail. */
async function tell(writer: FeedbackWriter, source: string, { weekly, now, secret }: Turn): Promise<boolean> {
  const feedback = await writer.lock(source)
  // Another process has mailed it, or its address was taken out meanwhile.
  if (feedback === null || feedback.lookedAt >= weekly) return false
  await writer.lookedAt(source, now)
  // What waits is mailed once the source has an address that gets mails.
  if (await writer.isSuppressed(feedback.email)) return false
  const accepted = await writer.accepted(feedback, MOST)
  const places = toMend(accepted, await writer.erased())
  // Also that which the source says already, so that it is not looked at each week.
  await writer.told(
    source,
    accepted.map(({ item }) => item)
  )
  if (places.length === 0) return false
  const page = feedbackPage(source, feedback.email, secret)
  await writer.outbox.put({ mail: feedbackMail(feedback, { places, isCut: accepted.length === MOST, page }) })
  return true
}
