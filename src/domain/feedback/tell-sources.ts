import { isDeepStrictEqual } from 'node:util'
import { composePlace, isListed } from '../places/compose-place.ts'
import { readField } from '../places/corrections.ts'
import type { SourceRecord } from '../places/source-record.ts'
import { dueBefore } from '../subscriptions/digest.ts'
import { HOUR_MS } from '../time.ts'
import { feedbackMail, type ToMend } from './feedback-mail.ts'
import type {
  FeedbackActs,
  FeedbackReader,
  ListedPlace,
  Period,
  ReportForSource,
  SourceToTell,
  StandingValue
} from './feedback-ports.ts'

type FeedbackDeps = { readonly acts: FeedbackActs; readonly reader: FeedbackReader }

/**
 * Mails to the owners of sources, once a week, what was put right here on their records, so that the error is mended where
 * it was made. Each thing is mailed once: the transaction that puts the mail into the outbox also stores the time up to
 * which all was mailed. A source that fails does not stop the others. Throws an `AggregateError` at the end if any has
 * failed.
 */
export async function tellSources(deps: FeedbackDeps, now: Date): Promise<{ readonly mailed: number }> {
  const until = lastMonday(now)
  const failures: unknown[] = []
  let mailed = 0
  for (const source of await deps.reader.due(until)) {
    try {
      if (await tell(deps, source, until)) mailed += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `Sources that failed and are tried again later: ${failures.length}.`)
  return { mailed }
}

/**
 * The last Monday morning that was an hour ago or more. What was set before it is visible by now: no transaction takes an
 * hour.
 */
const lastMonday = (now: Date): Date => dueBefore(new Date(now.getTime() - HOUR_MS)).weekly

async function tell({ acts, reader }: FeedbackDeps, source: SourceToTell, until: Date): Promise<boolean> {
  const toMend = await toMendIn(reader, source.slug, { after: source.until, until })
  return acts.run(async ({ outbox, tellUntil }) => {
    if (!(await tellUntil(source, until)) || toMend.length === 0) return false
    await outbox.put({ mail: feedbackMail(source, toMend) })
    return true
  })
}

/** By place, in the order in which each was first put right. */
async function toMendIn(reader: FeedbackReader, slug: string, period: Period): Promise<readonly ToMend[]> {
  const set = await reader.valuesSet(slug, period)
  const reported = await reader.reportsFor(slug, period)
  const places = new Map([...set, ...reported].map(({ place }) => [place.id, place]))
  const told: ToMend[] = []
  for (const [id, place] of places) {
    const isHere = (each: { readonly place: ListedPlace }) => each.place.id === id
    const records = (await reader.recordsOf(id)).filter(({ source }) => source === slug)
    told.push(...compared(place, records, set.filter(isHere), reported.filter(isHere)))
  }
  return told
}

/** What the source says otherwise about a place; nothing if its records have been mended, or are gone. */
function compared(
  place: ListedPlace,
  records: readonly SourceRecord[],
  set: readonly StandingValue[],
  reported: readonly ReportForSource[]
): readonly ToMend[] {
  const [first] = records
  if (first === undefined) return []
  const content = isListed(records) ? composePlace(records).content : first.content
  const fields = set.flatMap(({ field, value, at }) => {
    const said = readField(content, field)
    return isDeepStrictEqual(said, value) ? [] : [{ field, said, value, at }]
  })
  if (fields.length === 0 && reported.length === 0) return []
  return [{ place, records: records.map(({ id }) => id), fields, reports: reported }]
}
