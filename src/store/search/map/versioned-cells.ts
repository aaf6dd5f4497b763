import { LRUCache } from 'lru-cache'
import type { Cell, PlaceReader } from '../../../domain/search/ports.ts'

/** About 300 bytes a cell: 60 MB at most. */
const CELLS_KEPT = 200_000

/** Cells of more than a degree, as on maps of a country: to count in them reads most of the table. */
const WIDEST_LEVELS = 8

/**
 * Remembers the cells of maps for as long as the data stay at the version they were counted at: most people look at
 * the same country first. Those who ask the same at once share one reading, and readings of a country wait for each
 * other: eight of a million places at once all met the time limit, so that none was ever remembered. One has all of the
 * server's processors.
 */
export function versionedCells(
  read: PlaceReader['cells'],
  version: () => Promise<number>
): PlaceReader['cells'] {
  const kept = new LRUCache<string, readonly Cell[]>({
    maxSize: CELLS_KEPT,
    sizeCalculation: (cells) => cells.length + 1
  })
  const reading = new Map<string, Promise<readonly Cell[]>>()
  let before: Promise<unknown> = Promise.resolve()
  const readInTurn: PlaceReader['cells'] = (filters, level) => {
    const mine = before.then(() => read(filters, level))
    before = mine.catch(() => {})
    return mine
  }
  return async (filters, level) => {
    const key = `${await version()} ${level} ${JSON.stringify(filters)}`
    const known = kept.get(key) ?? reading.get(key)
    if (known) return known
    const asked = (level <= WIDEST_LEVELS ? readInTurn : read)(filters, level)
    reading.set(key, asked)
    try {
      const cells = await asked
      kept.set(key, cells)
      return cells
    } finally {
      reading.delete(key)
    }
  }
}
