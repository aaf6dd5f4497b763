import type { Language } from '../../domain/language.ts'
import { PageLink, Section } from '../parts/prose.tsx'
import { DATA } from '../wording/data.ts'

/** The formats of exports, with the bytes that a place takes: the mean of 18 103 places of the real sources. */
const BYTES = { csv: 365, ndjson: 1_780, geojson: 1_920 } as const

const FORMATS = ['csv', 'ndjson', 'geojson'] as const

/** The addresses and media types of the exports. */
export const EXPORTS = {
  csv: { path: '/v1/exports/places.csv', type: 'text/csv' },
  ndjson: { path: '/v1/exports/places.ndjson', type: 'application/x-ndjson' },
  geojson: { path: '/v1/exports/places.geojson', type: 'application/geo+json' }
} as const

/** A part of a département, small enough to be opened by curiosity. */
const FILTERED = `${EXPORTS.csv.path}?commune=14047`

type Props = {
  /** The number of places, if it is known. */
  readonly places: number | undefined
  readonly lang: Language
}

export function Downloads({ places, lang }: Props) {
  const says = DATA[lang]
  return (
    <Section title={says.download}>
      <dl>
        {FORMATS.map((format) => (
          <div key={format}>
            <dt>
              <a href={EXPORTS[format].path} download>
                {format === 'geojson' ? 'GeoJSON' : format.toUpperCase()}
                {places !== undefined && `, ${says.megabytes((places * BYTES[format]) / 1e6)}`}
              </a>
            </dt>
            <dd>{says.formats[format]}</dd>
          </div>
        ))}
      </dl>
      <p>{says.downloadHint}</p>
      <p>
        <a href={FILTERED} download>
          <code>{FILTERED}</code>
        </a>
      </p>
      <PageLink page="departments" lang={lang}>
        {says.toDepartments}
      </PageLink>
    </Section>
  )
}
