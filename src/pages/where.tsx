import type { Language } from '../domain/opening/say-week.ts'
import type { Place } from '../domain/place.ts'
import { bearing } from './small-map/geometry.ts'
import { SmallMap } from './small-map/small-map.tsx'
import type { MapTown, Surroundings } from './small-map/towns-around.ts'
import { MAP_WORDING } from './wording/map.ts'
import type { Wording } from './wording.ts'

type Props = {
  readonly place: Place
  readonly lang: Language
  readonly says: Wording
  readonly home: MapTown | null
  readonly surroundings: Surroundings | null
}

/** The address, the way from the middle of the town in words and drawn, and links that lead there. */
export function Where({ place, lang, says, home, surroundings }: Props) {
  const { address, location } = place
  const city = [address.postcode, address.city].filter(Boolean).join(' ')
  const lines = [address.street, address.complement, city].filter((line) => line)
  // Of a position that is the commune's, the way from its middle would be no news.
  const way = home && location && location.precision !== 'municipality' && bearing(home.at, location)
  const map = MAP_WORDING[lang]
  return (
    <section>
      <h2>{says.place.where}</h2>
      <address lang="fr">
        {lines.map((line) => (
          <span key={line}>
            {line}
            <br />
          </span>
        ))}
      </address>
      {home && way && <p class="way">{sentence(map.from(home.name, way.metres, way.direction))}</p>}
      <Directions place={place} says={says} />
      {surroundings && location && (
        <figure>
          <SmallMap {...surroundings} places={[{ name: place.name, at: location }]} lang={lang} />
          <figcaption class="hint">
            {map.note} {location.precision === 'municipality' && says.place.municipality}
          </figcaption>
        </figure>
      )}
    </section>
  )
}

/** Where nobody has placed it, its address is looked for. */
function Directions({ place: { address, location }, says }: Pick<Props, 'place' | 'says'>) {
  const osm = 'https://www.openstreetmap.org'
  const written = [address.street, address.postcode, address.city].filter(Boolean).join(' ')
  if (!location) {
    return (
      <>
        <p class="notice">{says.place.unplaced}</p>
        {written !== '' && (
          <p class="ways">
            <a href={`${osm}/search?query=${encodeURIComponent(written)}`} rel="external">
              {says.place.lookUp}
            </a>
          </p>
        )}
      </>
    )
  }
  const { lat, lon } = location
  return (
    <p class="ways">
      <a href={`${osm}/directions?to=${lat}%2C${lon}`} rel="external">
        {says.place.directions}
      </a>{' '}
      <a href={`geo:${lat},${lon}?q=${encodeURIComponent(written || `${lat},${lon}`)}`}>
        {says.place.mapApp}
      </a>
    </p>
  )
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
