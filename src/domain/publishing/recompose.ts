import { mapYielding } from '../concurrency/map-yielding.ts'
import { pipelined } from '../concurrency/pipelined.ts'
import { composePlace, isListed, type PlaceToPut } from '../places/compose-place.ts'
import type { PlaceWriter } from './publishing.ts'

/**
 * Composes places again from their records, page by page, and withdraws those that no source lists any more.
 * Places do not depend on each other here, so the records of the next page are read before these places are
 * written.
 */
export const recompose = (writer: PlaceWriter, pages: AsyncIterable<readonly string[]>): Promise<void> =>
  pipelined(
    pages,
    async (ids) => ({ ids, records: await writer.recordsOf(ids) }),
    ({ ids, records }) =>
      mapYielding(ids, (id): PlaceToPut | string => {
        const all = records.get(id) ?? []
        return isListed(all) ? { id, ...composePlace(all) } : id
      }),
    async (composed) => {
      const places = composed.filter((each) => typeof each !== 'string')
      if (places.length > 0) await writer.putPlaces(places)
      await writer.withdrawPlaces(composed.filter((each) => typeof each === 'string'))
    }
  )

/** All pages of a list of ids; `read` returns the page after the given id, in ascending order. */
export async function* idPages(
  read: (after: string | null) => Promise<readonly string[]>
): AsyncGenerator<readonly string[]> {
  let ids = await read(null)
  while (ids.length > 0) {
    yield ids
    ids = await read(ids.at(-1) ?? null)
  }
}
