import { remembering } from '../../../domain/concurrency/remembered.ts'
import { serialQueue } from '../../../domain/concurrency/serial-queue.ts'
import type { PlaceReader } from '../../../domain/search/ports.ts'

/** Maximum number of cached cells: about 300 bytes each, 60 MB at most. */
const CELLS_KEPT = 200_000

/**
 * Up to this level, cells are larger than a degree, as on maps of a country, and counting in them reads most of the
 * table.
 */
const WIDEST_LEVELS = 8

/**
 * Caches the cells of maps until the data change, because most people look at the same country first. Readings for
 * maps of a country run one after the other: when eight ran at once over a million places, all of them reached the
 * time limit, so no result was ever cached. A single reading can use all processors of the server.
 */
export function versionedCells(
  read: PlaceReader['cells'],
  version: () => Promise<number>
): PlaceReader['cells'] {
  const remember = remembering<Awaited<ReturnType<PlaceReader['cells']>>>({
    maxSize: CELLS_KEPT,
    sizeOf: (cells) => cells.length + 1
  })
  const inTurn = serialQueue()
  return async (filters, level) => {
    const key = `${await version()} ${level} ${JSON.stringify(filters)}`
    return remember(key, () =>
      level <= WIDEST_LEVELS ? inTurn(() => read(filters, level)) : read(filters, level)
    )
  }
}
