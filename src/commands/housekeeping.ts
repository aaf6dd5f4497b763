import type { FastifyBaseLogger } from 'fastify'
import { serialQueue } from '../domain/concurrency/serial-queue.ts'
import type { Database } from '../store/db/database.ts'
import { refreshOpenings } from '../store/hours/refresh-openings.ts'
import { refreshKeywords } from '../store/places/refresh-keywords.ts'
import { refreshLabels } from '../store/places/refresh-labels.ts'
import { refreshOffers } from '../store/places/refresh-offers.ts'
import { refreshSurroundings } from '../store/territories/surroundings.ts'

/**
 * Labels and openings change from day to day, keywords with a release. A delay of an hour does no harm, and a
 * failed chore is repeated an hour later.
 */
const EVERY_MS = 60 * 60_000

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
  }
]

/** Does the chores now and every hour. Returns a function that stops it after the current round. */
export function startHousekeeping(database: Database, log: FastifyBaseLogger): () => Promise<void> {
  // A round that takes longer than an hour delays the next; two never run at the same time.
  const inTurn = serialQueue()
  const turn = () => inTurn(() => doChores(database, log))
  void turn()
  const timer = setInterval(turn, EVERY_MS)
  return () => {
    clearInterval(timer)
    return inTurn(async () => {})
  }
}

/** A failed chore does not prevent the others. */
async function doChores(database: Database, log: FastifyBaseLogger): Promise<void> {
  for (const { name, work } of CHORES) {
    try {
      log.info(await work(database, new Date()), `${name} refreshed`)
    } catch (error) {
      log.error({ err: error }, `${name} not refreshed`)
    }
  }
}
