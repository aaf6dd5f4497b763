import { setTimeout as wait } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { handledLater } from '../../../domain/concurrency/handled-later.ts'
import { serialQueue } from '../../../domain/concurrency/serial-queue.ts'
import { WIDEST_LEVEL } from '../../../domain/geo/map-grid.ts'
import type { Cell, PlaceReader } from '../../../domain/search/ports.ts'
import type { Filters } from '../../../domain/search/search-question.ts'
import { coarserCells } from './coarser-cells.ts'

/** Maximum number of cells kept: about 300 bytes each, 30 MB at most. */
const CELLS_KEPT = 100_000

/**
 * How long a map waits for counts of the current data before it shows those of the data before: small directories are
 * counted in milliseconds, a million places in seconds.
 */
const SOON_MS = 500

type Known = { readonly version: number; readonly cells: readonly Cell[] }

/**
 * Counts for maps of a country, which read most of the table. They are read once for each version of the data, at the
 * finest of these levels, from which the others are derived. While a new version is being read, in the background and
 * without a time limit, the last one is shown. Readings run one after the other: when eight ran at once over a million
 * places, none was ready in time. A single reading can use all processors of the server.
 */
export function wideCells(
  read: (filters: Filters, level: number) => Promise<readonly Cell[]>,
  version: () => Promise<number>
): PlaceReader['cells'] {
  const known = new LRUCache<string, Known>({
    maxSize: CELLS_KEPT,
    sizeCalculation: ({ cells }) => cells.length + 1
  })
  const reading = new Map<string, Promise<Known>>()
  const inTurn = serialQueue()

  const readAnew = (key: string, filters: Filters): Promise<Known> => {
    const underWay = reading.get(key)
    if (underWay) return underWay
    const begun = inTurn(async () => {
      // The version comes first: if the data change meanwhile, they are read again.
      const now = { version: await version(), cells: await read(filters, WIDEST_LEVEL) }
      known.set(key, now)
      return now
    }).finally(() => reading.delete(key))
    reading.set(key, begun)
    return begun
  }

  return async (filters, level, whenCold) => {
    const key = JSON.stringify(filters)
    const current = await version()
    const isCurrent = (last: Known | undefined): last is Known => (last?.version ?? -1) >= current
    const last = known.get(key)
    if (isCurrent(last)) return coarserCells(last.cells, WIDEST_LEVEL - level)
    const first = async () => {
      // Another request may have read it while this one waited.
      const read = known.get(key)
      return isCurrent(read) ? read : readAnew(key, filters)
    }
    const { cells } = last
      ? ((await soon(readAnew(key, filters))) ?? last)
      : await (whenCold ? whenCold(first) : first())
    return coarserCells(cells, WIDEST_LEVEL - level)
  }
}

/** The result if it comes soon, otherwise null. A failure is null too: the next request reads the counts again. */
async function soon<Result>(result: Promise<Result>): Promise<Result | null> {
  const abort = new AbortController()
  const late = wait(SOON_MS, null, { signal: abort.signal }).catch(() => null)
  try {
    return await Promise.race([handledLater(result), late])
  } catch {
    return null
  } finally {
    abort.abort()
  }
}
