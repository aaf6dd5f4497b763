import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../store/database.ts'
import { refreshLabels } from '../store/refresh-labels.ts'

/** Labels change with the day; an hour late is soon enough, and a failure is mended an hour later. */
const EVERY_MS = 60 * 60_000

/** What must be done again and again while the directory serves. Answers how to stop it, and wait for what runs. */
export function keepHouse(database: Database, log: FastifyBaseLogger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const work = () => {
    running = refreshLabels(database, new Date().toISOString().slice(0, 10)).then(
      (changed) => log.info({ changed }, 'labels refreshed'),
      (error) => log.error({ err: error }, 'labels not refreshed')
    )
  }
  work()
  const timer = setInterval(work, EVERY_MS)
  return () => {
    clearInterval(timer)
    return running
  }
}
