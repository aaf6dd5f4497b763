import type { Language } from '../../domain/language.ts'
import type { Place } from '../../domain/places/place.ts'
import type { MapTown, Surroundings } from '../small-map/towns-around.ts'
import type { Wording } from '../wording/wording.ts'
import { AddressAndWay, DrawnPlace } from './location-parts.tsx'
import { inMapApp, lookUp } from './ways.ts'

type Props = {
  readonly place: Place
  readonly lang: Language
  readonly says: Wording
  readonly home: MapTown | null
  readonly surroundings: Surroundings | null
}

/** The address, the way from the centre of the town in words, and a map. */
export const Where = ({ place, lang, says, home, surroundings }: Props) => (
  <section>
    <h2>{says.place.where}</h2>
    <AddressAndWay place={place} lang={lang} home={home} />
    <Links place={place} says={says} />
    <DrawnPlace place={place} lang={lang} surroundings={surroundings} />
  </section>
)

/**
 * The link for maps apps is hidden until our script finds a phone that opens such links: only Android does. On other
 * devices the link would do nothing, or show an error.
 */
function Links({ place, says }: Pick<Props, 'place' | 'says'>) {
  const [search, app] = [lookUp(place), inMapApp(place)]
  return (
    <>
      {!place.location && <p class="notice">{says.place.unplaced}</p>}
      {search && (
        <p class="ways">
          <a href={search} rel="external">
            {says.place.lookUp}
          </a>
        </p>
      )}
      {app && (
        <p class="ways" id="map-app" hidden>
          <a href={app}>{says.place.mapApp}</a>
        </p>
      )}
    </>
  )
}
