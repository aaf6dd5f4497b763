import type { FastifyBaseLogger } from 'fastify'
import { serialQueue } from '../domain/concurrency/serial-queue.ts'
import { hidePersons } from '../domain/contributions/hide-person.ts'
import { askToConfirm } from '../domain/edits/ask-to-confirm.ts'
import { lapseEdits } from '../domain/edits/end-edits.ts'
import { retireUnusedAccounts, sweepSignIns } from '../store/accounts/retire.ts'
import { forgetOldClaims } from '../store/claims/old-claims.ts'
import { forgetOldReports } from '../store/contributions/old-reports.ts'
import { personHiding } from '../store/contributions/person-reports.ts'
import type { Database } from '../store/db/database.ts'
import { editActs } from '../store/edits/edit-writer.ts'
import { refreshOpenings } from '../store/hours/refresh-openings.ts'
import { forgetRunDetails } from '../store/imports/run-details.ts'
import { forgetOldNotices } from '../store/notices/notice-store.ts'
import { emptyOldMails } from '../store/outbox/outbox-store.ts'
import { refreshKeywords } from '../store/places/refresh-keywords.ts'
import { refreshLabels } from '../store/places/refresh-labels.ts'
import { refreshOffers } from '../store/places/refresh-offers.ts'
import { forgetUnconfirmed } from '../store/subscriptions/subscription-reader.ts'
import { refreshSurroundings } from '../store/territories/surroundings.ts'

/**
 * Labels and openings change from day to day, keywords with a release, and details of runs are kept for a number of runs.
 * A delay of an hour does no harm, and a failed chore is repeated an hour later.
 */
const EVERY_MS = 60 * 60_000

/** How often changes are mailed to subscribers: with mails at once, there is at most one mail in 15 minutes. */
const TELLING_MS = 5 * 60_000

type Chore = {
  readonly name: string
  readonly work: (database: Database, now: Date) => Promise<object>
}

const CHORES: readonly Chore[] = [
  {
    name: 'labels',
    work: async (database, now) => ({ changed: await refreshLabels(database, now) })
  },
  { name: 'openings', work: refreshOpenings },
  {
    name: 'keywords',
    work: async (database, now) => ({ changed: await refreshKeywords(database, now) })
  },
  {
    name: 'offers',
    work: async (database, now) => ({ changed: await refreshOffers(database, now) })
  },
  {
    name: 'surroundings',
    work: async (database) => ({ changed: await refreshSurroundings(database) })
  },
  { name: 'unused accounts', work: retireUnusedAccounts },
  { name: 'sign-ins', work: sweepSignIns },
  {
    name: 'old mails',
    work: async (database, now) => ({ emptied: await emptyOldMails(database, now) })
  },
  {
    name: 'old reports',
    work: forgetOldReports
  },
  { name: 'unconfirmed subscriptions', work: forgetUnconfirmed },
  { name: 'old claims', work: forgetOldClaims },
  { name: 'old notices', work: forgetOldNotices },
  {
    // Usually done when the report arrives; later if an import was running, or the program was stopped.
    name: 'named persons',
    work: async (database) => ({ hidden: await hidePersons(personHiding(database)) })
  },
  {
    // Asked first, so that nothing lapses about which its manager was never asked.
    name: 'edits to confirm',
    work: (database, now) => askToConfirm({ acts: editActs(database), clock: () => now.getTime() })
  },
  {
    name: 'unconfirmed edits',
    work: async (database, now) => ({
      lapsed: await lapseEdits({ acts: editActs(database), clock: () => now.getTime() })
    })
  },
  {
    name: 'run details',
    work: async ({ batch }) => ({ deleted: await forgetRunDetails(batch) })
  }
]

/** Tells people what has changed. Returns how many were told. */
type Tell = (now: Date) => Promise<object>

/**
 * Does the chores now and every hour, and tells subscribers and the owners of sources more often, so that the mails of a
 * morning leave in the morning. Returns a function that stops it after the current chore.
 */
export function startHousekeeping(
  database: Database,
  log: FastifyBaseLogger,
  tell: Readonly<Record<string, Tell>> = {}
): () => Promise<void> {
  // A round that takes longer than an hour delays the next; two never run at the same time.
  const inTurn = serialQueue()
  const stop = new AbortController()
  const turn = (chores: readonly Chore[]) => () => inTurn(() => doChores(chores, database, log, stop.signal))
  const telling = Object.entries(tell).map(([name, each]) => ({
    name,
    work: (_: Database, now: Date) => each(now)
  }))
  const rounds = [
    { doIt: turn(CHORES), everyMs: EVERY_MS },
    { doIt: turn(telling), everyMs: TELLING_MS }
  ]
  const timers = rounds.map(({ doIt, everyMs }) => {
    void doIt()
    return setInterval(doIt, everyMs)
  })
  return () => {
    timers.forEach(clearInterval)
    stop.abort()
    return inTurn(async () => {})
  }
}

/** A failed chore does not prevent the others. */
async function doChores(
  chores: readonly Chore[],
  database: Database,
  log: FastifyBaseLogger,
  signal: AbortSignal
): Promise<void> {
  for (const { name, work } of chores) {
    if (signal.aborted) return
    try {
      log.info(await work(database, new Date()), `chore done: ${name}`)
    } catch (error) {
      log.error({ err: error }, `chore failed: ${name}`)
    }
  }
}
