import { LRUCache } from 'lru-cache'
import type { Count, FacetCounts, PlaceReader } from '../../domain/search/ports.ts'
import { versionedCells } from './map/versioned-cells.ts'

/** Answers of some 100 bytes (counts) to 20 kB (facets). */
const KEPT_MOST = 2_000

/**
 * Remembers counts and facets, which cost a reading of all that matches, for as long as the data stay at the
 * version they were counted at. The version is asked of the database each time (0.1 ms), never waited for: so no
 * process can tell of what is gone. Those who ask the same at once share one reading.
 */
export function versionedReader(places: PlaceReader, version: () => Promise<number>): PlaceReader {
  const kept = new LRUCache<string, Promise<Count | FacetCounts>>({ max: KEPT_MOST })
  const remember = async <Value extends Count | FacetCounts>(
    question: unknown,
    ask: () => Promise<Value>
  ): Promise<Value> => {
    const key = `${await version()} ${JSON.stringify(question)}`
    const known = kept.get(key)
    if (known) return (await known) as Value
    const asked = ask()
    kept.set(key, asked)
    asked.catch(() => kept.delete(key))
    return asked
  }
  return {
    ...places,
    cells: versionedCells(places.cells, version),
    count: (asked, cap) => remember(['count', asked, cap], () => places.count(asked, cap)),
    facets: (filters, facets, except) =>
      remember(['facets', filters, facets, except], () => places.facets(filters, facets, except))
  }
}
