import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../store/db/database.ts'
import { refreshOpenings } from '../store/hours/refresh-openings.ts'
import { refreshKeywords } from '../store/places/refresh-keywords.ts'
import { refreshLabels } from '../store/places/refresh-labels.ts'
import { refreshOffers } from '../store/places/refresh-offers.ts'
import { refreshSurroundings } from '../store/territories/surroundings.ts'

/** Labels and openings change with the day, keywords and offers with the release; an hour late is soon enough, and a failure is mended an hour later. */
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

/** What must be done again and again while the directory serves. Answers how to stop it, and wait for what runs. */
export function keepHouse(database: Database, log: FastifyBaseLogger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const turn = () => {
    // One after another: a turn that takes longer than an hour is not overtaken by the next.
    running = running.then(() => doChores(database, log))
  }
  turn()
  const timer = setInterval(turn, EVERY_MS)
  return () => {
    clearInterval(timer)
    return running
  }
}

/** That one of them fails does not keep the others from being done. */
async function doChores(database: Database, log: FastifyBaseLogger): Promise<void> {
  for (const { name, work } of CHORES) {
    try {
      log.info(await work(database, new Date()), `${name} refreshed`)
    } catch (error) {
      log.error({ err: error }, `${name} not refreshed`)
    }
  }
}
