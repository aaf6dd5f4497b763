import { remembering } from '../../../domain/concurrency/remembered.ts'
import { WIDEST_LEVEL } from '../../../domain/geo/map-grid.ts'
import type { PlaceReader } from '../../../domain/search/ports.ts'
import { wideCells } from './wide-cells.ts'

/** Maximum number of cached cells. A cell takes about 300 bytes, so the cache takes 60 MB at most. */
const CELLS_KEPT = 200_000

/** Caches the cells of maps until the data change, because most people look at the same country first. */
export function versionedCells(
  read: PlaceReader['cells'],
  version: () => Promise<number>
): PlaceReader['cells'] {
  const remember = remembering<Awaited<ReturnType<PlaceReader['cells']>>>({
    maxSize: CELLS_KEPT,
    sizeOf: (cells) => cells.length + 1
  })
  const wide = wideCells(read, version)
  return async (filters, level, whenCold) => {
    if (level <= WIDEST_LEVEL) return wide(filters, level, whenCold)
    return remember(`${await version()} ${level} ${JSON.stringify(filters)}`, () => read(filters, level))
  }
}
