import type { Language } from '../../domain/language.ts'
import type { Place } from '../../domain/places/place.ts'
import { isVague } from '../parts/distance.tsx'
import { bearing } from '../small-map/geometry.ts'
import { SmallMap } from '../small-map/small-map.tsx'
import type { MapTown, Surroundings } from '../small-map/towns-around.ts'
import { MAP_WORDING } from '../wording/map.ts'
import { WORDING } from '../wording/wording.ts'

type Shown = { readonly place: Place; readonly lang: Language }

/** The address, followed by the distance and direction from the centre of the town in words. */
export function AddressAndWay({ place, lang, home }: Shown & { readonly home: MapTown | null }) {
  const { address, location } = place
  const city = [address.postcode, address.city].filter(Boolean).join(' ')
  const lines = [address.street, address.complement, city].filter((line) => line)
  // A vague position gets no direction: it is near the centre of the town anyway, and readers would take the
  // direction for exact.
  const way = home && location && !isVague(place) && bearing(home.at, location)
  return (
    <>
      <address lang="fr">
        {lines.map((line) => (
          <span key={line}>
            {line}
            <br />
          </span>
        ))}
      </address>
      {home && way && (
        <p class="way">{sentence(MAP_WORDING[lang].from(home.name, way.metres, way.direction))}</p>
      )}
    </>
  )
}

/** Draws the place among the towns. A vague position gets a note instead, because readers would believe a pin. */
export function DrawnPlace({
  place,
  lang,
  surroundings
}: Shown & { readonly surroundings: Surroundings | null }) {
  const { display_name: name, location } = place
  const says = WORDING[lang].place
  if (isVague(place))
    return <p class="notice">{location?.precision === 'postcode' ? says.postcode : says.municipality}</p>
  if (!surroundings || !location) return null
  return (
    <figure>
      <div class="drawn">
        <SmallMap {...surroundings} places={[{ name, at: location }]} lang={lang} />
      </div>
      <figcaption class="hint">{MAP_WORDING[lang].note}</figcaption>
    </figure>
  )
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
