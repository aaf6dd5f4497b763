import type { Language } from '../../domain/language.ts'
import type { Place } from '../../domain/places/place.ts'
import { isVague } from '../parts/distance.tsx'
import type { MapTown, Surroundings } from '../small-map/towns-around.ts'
import type { Wording } from '../wording/wording.ts'
import { AddressAndWay, DrawnPlace } from './location-parts.tsx'

type Props = {
  readonly place: Place
  readonly lang: Language
  readonly says: Wording
  readonly home: MapTown | null
  readonly surroundings: Surroundings | null
}

/** The address, the way from the centre of the town in words and as a drawing, and links to directions. */
export const Where = ({ place, lang, says, home, surroundings }: Props) => (
  <section>
    <h2>{says.place.where}</h2>
    <AddressAndWay place={place} lang={lang} home={home} />
    <Directions place={place} says={says} />
    <DrawnPlace place={place} lang={lang} surroundings={surroundings} />
  </section>
)

/** Links to directions or, if the position is missing or vague, to a search for the address. */
function Directions({ place, says }: Pick<Props, 'place' | 'says'>) {
  const { address, location } = place
  const osm = 'https://www.openstreetmap.org'
  const written = [address.street, address.postcode, address.city].filter(Boolean).join(' ')
  if (!location || isVague(place)) {
    return (
      <>
        {!location && <p class="notice">{says.place.unplaced}</p>}
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
