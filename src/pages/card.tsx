import type { ComponentChildren } from 'preact'
import type { Language } from '../domain/opening/say-week.ts'
import type { FoundPlace } from '../domain/place.ts'
import { placeAddress } from './addresses.ts'
import { State } from './state.tsx'
import { termLabel } from './terms.ts'
import type { Wording } from './wording.ts'

/** What a list shows of a place. */
export type ListedPlace = Pick<
  FoundPlace,
  'id' | 'name' | 'types' | 'address' | 'location' | 'opening_hours' | 'distance_m'
>

type Props = {
  readonly place: ListedPlace
  readonly lang: Language
  readonly says: Wording
  /** Of the place on the map beside the list. */
  readonly number?: number
  readonly children?: ComponentChildren
}

/** A place in a list. The name is the link, so that a list of links reads as a list of places. */
export function Card({ place, lang, says, number, children }: Props) {
  const { address, distance_m: metres } = place
  const where = [address.street, [address.postcode, address.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  return (
    <article>
      <h3>
        {number !== undefined && <span class="number">{number}</span>}
        <a href={placeAddress(place, lang)} lang="fr">
          {place.name}
        </a>
      </h3>
      <p class="types">{place.types.map((code) => termLabel('type', code, lang)).join(' · ')}</p>
      <p>
        {where}
        {metres !== undefined && metres !== null && <span class="distance"> {says.distance(metres)}</span>}
      </p>
      <p>
        <State hours={place.opening_hours} lang={lang} says={says} />
      </p>
      {children}
    </article>
  )
}
