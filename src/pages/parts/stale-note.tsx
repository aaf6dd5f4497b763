import type { Place } from '../../domain/places/place.ts'
import type { Wording } from '../wording/wording.ts'
import { staleYear } from './freshness.ts'

type Props = { readonly place: Pick<Place, 'sources' | 'contacts'>; readonly says: Wording }

/** A warning that the information about a place is over a year old; nothing if it is newer or of unknown age. */
export function StaleNote({ place, says }: Props) {
  const year = staleYear(place, new Date().toISOString().slice(0, 10))
  return year === null ? null : (
    <p class="stale-note">{says.place.stale(year, place.contacts.phone !== null)}</p>
  )
}
