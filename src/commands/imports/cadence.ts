import { createHash } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import { dueAt, type History } from '../../domain/imports/cadence.ts'
import { processStopped } from '../../importers/refused.ts'
import { originOf } from '../../importers/run/input.ts'
import type { Source } from '../../importers/source.ts'
import type { Database } from '../../store/db/database.ts'
import { aloneOnSchedule, readHistory } from '../../store/imports/cadence-store.ts'
import { MAX_MEGABYTES } from './import.ts'
import { importFrom } from './import-from.ts'
import { type Fetchable, isFetchable } from './sync-sources.ts'

/** Schedules are in hours, so checking once a minute is precise enough; a check costs one small query. */
const CHECK_EVERY_MS = 60_000

type Scheduled = Fetchable & { readonly cadence: number }

const isScheduled = (source: Source): source is Scheduled => isFetchable(source) && source.cadence !== null

type Log = Pick<FastifyBaseLogger, 'info' | 'error'>

/**
 * Fetches each source on its schedule, one at a time, in only one of the processes that serve the directory.
 * The next fetch is computed from the stored runs, so a restart neither skips nor repeats one. Returns a
 * function that stops the schedule and cancels a running import, which then has changed nothing.
 */
export function startSchedule(
  database: Pick<Database, 'batch' | 'kind'>,
  sources: readonly Source[],
  log: Log,
  checkEveryMs = CHECK_EVERY_MS
): () => Promise<void> {
  const scheduled = sources.filter(isScheduled)
  const stop = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const check = () => {
    running = aloneOnSchedule(database.batch, () => fetchDue(database, scheduled, log, stop.signal))
      .catch((error) => log.error({ err: error }, 'schedule not checked'))
      .then(next)
  }
  const next = () => {
    // Randomised, so that processes started together do not always check at the same moment.
    if (!stop.signal.aborted) timer = setTimeout(check, checkEveryMs * (0.5 + Math.random()))
  }
  next()
  return () => {
    clearTimeout(timer)
    stop.abort(processStopped())
    return running
  }
}

async function fetchDue(
  database: Pick<Database, 'batch' | 'kind'>,
  sources: readonly Scheduled[],
  log: Log,
  signal: AbortSignal
): Promise<void> {
  const fetches = sources.map(({ source, url }) => ({ source, origin: originOf(url) }))
  const histories = await readHistory(database.batch, fetches)
  const due = sources.filter((source) => isDue(source, histories.get(source.source), new Date()))
  for (const source of due) {
    if (signal.aborted) return
    await fetchOne(database, source, log, signal)
  }
}

function isDue({ source, cadence }: Scheduled, history: History | undefined, now: Date): boolean {
  const at = history === undefined ? null : dueAt(cadence, history, spreadOf(source, history))
  return at === null || at <= now
}

/**
 * A number from 0 to 1 that spreads the fetches of a source over time. It is derived from the last fetch instead of
 * being random, because all processes must compute the same time.
 */
const spreadOf = (source: string, { last_try }: History): number =>
  createHash('sha256').update(`${source} ${last_try?.toISOString()}`).digest().readUInt32BE() / 2 ** 32

async function fetchOne(
  database: Pick<Database, 'batch' | 'kind'>,
  source: Fetchable,
  log: Log,
  signal: AbortSignal
): Promise<void> {
  try {
    const report = await importFrom(database, source, source.url, { maxSize: MAX_MEGABYTES }, { signal })
    const { counts, not_modified, duration_ms } = report
    log.info({ source: source.source, ...counts, not_modified, duration_ms }, 'source synced')
  } catch (error) {
    log.error({ source: source.source, err: error }, 'source not synced')
  }
}
