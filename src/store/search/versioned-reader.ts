import { remembering } from '../../domain/concurrency/remembered.ts'
import type { Count, FacetCounts, PlaceReader } from '../../domain/search/ports.ts'
import { versionedCells } from './map/versioned-cells.ts'

/** Number of cached answers: some 100 bytes for counts and digests, up to 20 kB for facets. */
const KEPT_MOST = 2_000

type Kept = Count | FacetCounts | string

/**
 * Caches counts, facets and digests, for which all matches must be read, until the data change. The version of the data is
 * read from the database for each question (0.1 ms), so no process answers with data that another process has
 * replaced.
 */
export function versionedReader(places: PlaceReader, version: () => Promise<number>): PlaceReader {
  const remember = remembering<Kept>({ max: KEPT_MOST })
  const remembered = async <Value extends Kept>(
    question: unknown,
    ask: () => Promise<Value>
  ): Promise<Value> => (await remember(`${await version()} ${JSON.stringify(question)}`, ask)) as Value
  return {
    ...places,
    cells: versionedCells(places.cells, version),
    count: (asked, cap) => remembered(['count', asked, cap], () => places.count(asked, cap)),
    facets: (filters, facets, except) =>
      remembered(['facets', filters, facets, except], () => places.facets(filters, facets, except)),
    digest: (filters) => remembered(['digest', filters], () => places.digest(filters))
  }
}
