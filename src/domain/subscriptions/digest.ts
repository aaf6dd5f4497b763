import { concerns, DERIVED } from '../history/place-history.ts'
import { answeredFilters } from '../search/other-reading.ts'
import type { SearchDeps } from '../search/ports.ts'
import { withinReach } from '../search/relevance/within-reach.ts'
import { DAY_MS, HOUR_MS } from '../time.ts'
import { PAUSE_MS } from './periods.ts'
import type { Cadence, Followed, Subscription } from './subscription.ts'
import { pageOf } from './subscription-link.ts'
import { type ChangedPlace, type Digest, digestMail } from './subscription-mails.ts'
import type {
  FollowedChange,
  FollowedReader,
  SubscriptionActs,
  SubscriptionReader
} from './subscription-ports.ts'

type DigestDeps = SearchDeps &
  FollowedReader & {
    readonly acts: SubscriptionActs
    readonly reader: SubscriptionReader
  }

/** Hour of the mails that come once a day or a week, in UTC: six or seven in Paris. */
const MORNING_HOUR = 5

/** Before which instant a subscription was last looked at, if it is due now. */
export function dueBefore(now: Date): Readonly<Record<Cadence, Date>> {
  const shifted = new Date(now.getTime() - MORNING_HOUR * HOUR_MS)
  const midnight = Date.UTC(shifted.getUTCFullYear(), shifted.getUTCMonth(), shifted.getUTCDate())
  const sinceMonday = (shifted.getUTCDay() + 6) % 7
  const morning = midnight + MORNING_HOUR * HOUR_MS
  return {
    now: new Date(now.getTime() - PAUSE_MS),
    daily: new Date(morning),
    weekly: new Date(morning - sinceMonday * DAY_MS)
  }
}

/**
 * Mails to the subscribers what has changed. Each change is mailed once: the transaction that puts the mail into the outbox
 * also stores the data version up to which changes were mailed. Ends the subscriptions of suppressed addresses. A
 * subscription that fails does not stop the others. Throws an `AggregateError` at the end if any has failed.
 */
export async function tellSubscribers(
  deps: DigestDeps,
  now: Date
): Promise<{ readonly mailed: number; readonly ended: number }> {
  const ended = await deps.reader.endSuppressed()
  const upTo = await deps.reader.version()
  const failures: unknown[] = []
  let mailed = 0
  for (const subscription of await deps.reader.due(dueBefore(now), upTo)) {
    try {
      if (await tell(deps, subscription, upTo, now)) mailed += 1
    } catch (error) {
      failures.push(error)
      await postpone(deps, subscription, now)
    }
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `Subscriptions that failed and are tried again later: ${failures.length}.`
    )
  return { mailed, ended }
}

/** Makes a subscription due later, with the same changes: otherwise, those that fail each time would always be the first. */
const postpone = ({ acts }: DigestDeps, { id }: Subscription, now: Date): Promise<void> =>
  acts.run(async (writer) => {
    if ((await writer.lock(id)) !== null) await writer.change(id, { toldAt: now })
  })

/** False if there is nothing to tell, or it must wait. Changes are read before the transaction, which others wait for. */
async function tell(deps: DigestDeps, subscription: Subscription, upTo: number, now: Date): Promise<boolean> {
  const { id, emailKey, cursor, cadence } = subscription
  const digest = await digestOf(deps, subscription, upTo)
  const page = pageOf(id, await deps.secret())
  return deps.acts.run(async (writer) => {
    await writer.countAlone(emailKey)
    const current = await writer.lock(id)
    // Another process has told it, or it has ended meanwhile.
    if (current?.state !== 'on' || current.cursor !== cursor || current.cadence !== cadence) return false
    const isNow = cadence === 'now'
    if (digest !== null && isNow && (await writer.isToldSince(emailKey, dueBefore(now).now))) return false
    if (digest !== null)
      await writer.outbox.put({
        mail: digestMail(current, digest, page),
        dedupe: `digest ${id} ${upTo}`
      })
    const isLookedAt = digest !== null || !isNow
    await writer.change(id, { cursor: Math.max(cursor, upTo), ...(isLookedAt && { toldAt: now }) })
    return digest !== null
  })
}

async function digestOf(deps: DigestDeps, subscription: Subscription, upTo: number): Promise<Digest | null> {
  const { followed, cursor, emailKey } = subscription
  if (cursor >= upTo) return null
  const { places, changes } = await deps.changesIn(await placesOf(deps, followed), { after: cursor, upTo })
  if (changes === null) return { many: places }
  const account = await deps.reader.accountOf(emailKey)
  const told = changes.filter((change) => !isOwn(change, account))
  return told.length > 0 ? { places: byPlace(told) } : null
}

async function placesOf(deps: DigestDeps, { text, filters }: Followed) {
  if (filters === null) return { place: text }
  return withinReach(deps, await answeredFilters(deps, filters, null))
}

/** Whether the subscriber made the change, with all that it changes. */
function isOwn({ kind, fields, causes }: FollowedChange, account: string | null): boolean {
  if (account === null || kind !== 'updated' || causes.length === 0) return false
  return (
    causes.every((cause) => cause.account === account) &&
    fields
      .filter((field) => !DERIVED.has(field))
      .every((changed) => causes.some(({ field }) => concerns(field, changed)))
  )
}

/** By place, in the order in which each was first changed. */
function byPlace(changes: readonly FollowedChange[]): readonly ChangedPlace[] {
  const places = new Map<string, FollowedChange[]>()
  for (const change of changes) places.set(change.id, [...(places.get(change.id) ?? []), change])
  return [...places.values()].flatMap((own) => {
    const last = own.at(-1)
    return last ? [{ id: last.id, name: last.name, city: last.city, changes: own }] : []
  })
}
