import type { Point } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import { feedOfSearch } from '../addresses/feed-address.ts'
import { SubscribeLink } from '../report-link.tsx'
import { CHANGES } from '../wording/changes.ts'
import { SUBSCRIPTIONS } from '../wording/subscriptions.ts'
import { WORDING } from '../wording/wording.ts'
import { filtersOf } from './asked-of-api.ts'
import { type Choices, followed, searchAddress } from './choices.ts'

type Props = {
  readonly choices: Choices
  /** The centre of the territory in the words, from which a chosen radius is measured. */
  readonly centre: Point | null
  readonly lang: Language
}

/**
 * Links to all places that the heading counts: as a table, for people who work with a spreadsheet, and as GeoJSON, for
 * maps. Near places that may fit, and places farther away, are left out.
 */
export function Download({ choices, centre, lang }: Props) {
  const says = WORDING[lang].search
  const filters = filtersOf(choices, choices.radius === undefined ? null : centre)
  return (
    <details class="download">
      <summary>{says.download}</summary>
      <ul>
        <li>
          <a href={`/v1/exports/places.csv?${new URLSearchParams([...filters, ['safe', 'true']])}`} download>
            {says.downloadCsv}
          </a>
        </li>
        <li>
          <a href={`/v1/exports/places.geojson?${filters}`} download>
            {says.downloadGeoJson}
          </a>
        </li>
        <li>
          <a href={feedOfSearch(searchAddress(followed(choices), lang))}>{CHANGES[lang].follow}</a>
        </li>
        <SubscribeLink as="li" to={{ search: searchAddress(followed(choices), lang) }} lang={lang}>
          {SUBSCRIPTIONS[lang].link}
        </SubscribeLink>
      </ul>
      <p class="hint">{says.downloadHint}</p>
    </details>
  )
}
