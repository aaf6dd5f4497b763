import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import type { FoundPlace } from '../../domain/places/place.ts'
import { placeAddress } from '../addresses/place-address.ts'
import type { Wording } from '../wording/wording.ts'
import { State } from './state.tsx'
import { termLabel } from './terms.ts'

/** What a list shows of a place. */
export type ListedPlace = Pick<
  FoundPlace,
  'id' | 'name' | 'types' | 'address' | 'location' | 'opening_hours' | 'distance_m'
>

type Props = {
  readonly place: ListedPlace
  readonly lang: Language
  readonly says: Wording
  /** What was asked of its hours, and so is known, in place of how it is now. */
  readonly then?: string | undefined
  /** Of the place on the map beside the list. */
  readonly number?: number
  readonly children?: ComponentChildren
}

/** A place in a list. The name is the link, so that a list of links reads as a list of places. */
export function Card({ place, lang, says, then, number, children }: Props) {
  const { address } = place
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
      {place.types.length > 0 && (
        <p class="types">{place.types.map((code) => termLabel('type', code, lang)).join(' · ')}</p>
      )}
      <p>
        {where}
        <Distance place={place} says={says} />
      </p>
      <p>
        {then ? (
          <span class="state open">{then}</span>
        ) : (
          <State hours={place.opening_hours} lang={lang} says={says} />
        )}
      </p>
      {children}
    </article>
  )
}

/** A position that is only the commune's is nowhere near anything in it. */
const IN_THE_COMMUNE_M = 2_000

type Measured = Pick<FoundPlace, 'location' | 'distance_m'>

/** How far it is; about, where nobody knows more than its commune, and nothing within that. */
export function Distance({ place, says }: { readonly place: Measured; readonly says: Wording }) {
  const { location, distance_m: metres } = place
  if (metres === undefined || metres === null) return null
  const vague = location?.precision === 'municipality'
  if (vague && metres < IN_THE_COMMUNE_M) return null
  const said = says.distance(metres)
  return <span class="distance"> {vague ? says.about(said) : said}</span>
}
