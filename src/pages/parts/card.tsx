import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import type { FoundPlace } from '../../domain/places/place.ts'
import { placeAddress } from '../addresses/place-address.ts'
import type { Wording } from '../wording/wording.ts'
import { CallLink } from './call.tsx'
import { Distance } from './distance.tsx'
import type { Fitting } from './fit.ts'
import { FitList } from './fit-list.tsx'
import { State } from './state.tsx'
import { kindsOf } from './terms.ts'

/** What a list shows of a place. */
export type ListedPlace = Pick<
  FoundPlace,
  | 'id'
  | 'name'
  | 'display_name'
  | 'types'
  | 'address'
  | 'location'
  | 'contacts'
  | 'opening_hours'
  | 'services_implied'
  | 'audiences_implied'
  | 'fees_implied'
  | 'distance_m'
  | 'beyond_radius'
>

type Props = {
  readonly place: ListedPlace
  readonly lang: Language
  readonly says: Wording
  /** State at the time that was asked for, shown instead of the current state. */
  readonly then?: string | undefined
  /** How the place fits each wish. */
  readonly fits?: readonly Fitting[]
  /** Other records of what is most likely the same place. */
  readonly twins?: readonly Pick<ListedPlace, 'id' | 'display_name'>[]
  /** Number of the place on the map beside the list. */
  readonly number?: number
  readonly children?: ComponentChildren
}

/** A place in a list. The name is the link, so that a list of links reads as a list of places. */
export function Card({ place, lang, says, then, fits = [], twins = [], number, children }: Props) {
  const { address, contacts } = place
  const kinds = kindsOf(place.types, lang)
  const where = [address.street, [address.postcode, address.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  return (
    <article>
      <h3>
        {number !== undefined && <span class="number">{number}</span>}
        <a href={placeAddress(place, lang)} lang="fr">
          {place.display_name}
        </a>
      </h3>
      {kinds.length > 0 && <p class="types">{kinds.join(' · ')}</p>}
      <p class="where">
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
      <FitList fits={fits} canCall={contacts.phone !== null} says={says} />
      {contacts.phone && (
        <p>
          <CallLink phone={contacts.phone} says={says} />
        </p>
      )}
      {twins.length > 0 && (
        <p class="twins">
          {says.alsoListed}{' '}
          {twins.map((twin, index) => (
            <span key={twin.id}>
              {index > 0 && ', '}
              <a href={placeAddress(twin, lang)} lang="fr">
                {twin.display_name}
              </a>
            </span>
          ))}
        </p>
      )}
      {children}
    </article>
  )
}
