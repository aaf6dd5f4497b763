import { LRUCache } from 'lru-cache'
import type { Cell, PlaceReader } from '../domain/ports.ts'

/** About 300 bytes a cell: 60 MB at most. */
const CELLS_KEPT = 200_000

/**
 * Remembers the cells of maps for as long as the data stay at the version they were counted at: most people look at
 * the same country first. Those who ask the same at once share one reading.
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
  return async (filters, level) => {
    const key = `${await version()} ${level} ${JSON.stringify(filters)}`
    const known = kept.get(key) ?? reading.get(key)
    if (known) return known
    const asked = read(filters, level)
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
