import { remembering } from '../../../domain/concurrency/remembered.ts'
import { serialQueue } from '../../../domain/concurrency/serial-queue.ts'
import type { PlaceReader } from '../../../domain/search/ports.ts'

/** About 300 bytes a cell: 60 MB at most. */
const CELLS_KEPT = 200_000

/** Cells of more than a degree, as on maps of a country: counting in them reads most of the table. */
const WIDEST_LEVELS = 8

/**
 * Remembers the cells of maps until the data change: most people look at the same country first. Readings of a country
 * wait for each other: eight at once over a million places all met the time limit, so that none was ever remembered. One
 * alone has all processors of the server.
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
