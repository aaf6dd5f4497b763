import type { Language } from '../../domain/language.ts'
import { placeAddress } from '../../pages/addresses/place-address.ts'
import { spokenPhone } from '../../pages/parts/call.tsx'
import { Distance } from '../../pages/parts/distance.tsx'
import { State } from '../../pages/parts/state.tsx'
import { EMBED } from '../../pages/wording/embed.ts'
import { WORDING } from '../../pages/wording/wording.ts'
import type { Listed } from './places.ts'

type Props = {
  readonly place: Listed
  readonly api: string
  readonly lang: Language
  /** Shows the place on the map; undefined if it was chosen there. */
  readonly onPoint?: (place: Listed) => void
}

/** What people need to go there or call; the rest is on the page of the place, which opens in a new tab. */
export function ListedPlace({ place, api, lang, onPoint }: Props) {
  const says = EMBED[lang]
  const { address, contacts } = place
  const city = [address.postcode, address.city].filter(Boolean).join(' ')
  const where = [address.street, city].filter(Boolean).join(', ')
  return (
    <article>
      <p class="name">
        <a href={new URL(placeAddress(place, lang), api).href} target="_blank" rel="noopener">
          <span lang="fr">{place.display_name}</span>
          <span class="visually-hidden"> ({says.newTab})</span>
        </a>
      </p>
      <p>
        {where}
        <Distance place={place} says={WORDING[lang]} />
      </p>
      <p>
        <State hours={place.opening_hours} lang={lang} says={WORDING[lang]} />
      </p>
      <p class="ways">
        {contacts.phone && <a href={`tel:${contacts.phone}`}>{spokenPhone(contacts.phone)}</a>}
        {onPoint && place.location && (
          <button type="button" class="quiet" onClick={() => onPoint(place)}>
            {says.onMap}
            <span class="visually-hidden"> : {place.display_name}</span>
          </button>
        )}
      </p>
    </article>
  )
}
