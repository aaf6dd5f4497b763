import type { Place, PlaceContent, SourceReference } from '../../domain/places/place.ts'
import { knownFeatures } from '../../domain/vocabularies/accessibility.ts'
import type { StoredTerm, TermIds } from '../vocabularies/term-ids.ts'
import { describingTerms } from './keywords.ts'

/** What is written of a place; the other columns have defaults or are made of these. */
export type PlaceRow = {
  readonly id: string
  readonly name: string
  readonly lat: number | null
  readonly lon: number | null
  readonly commune: string | null
  readonly postcode: string | null
  readonly epci: string | null
  readonly department: string | null
  readonly region: string | null
  readonly codes: readonly number[]
  readonly itinerant: boolean | null
  readonly quality: number
  /** Text of a `tsvector`. */
  readonly keywords: string
  readonly summary: string
  readonly city: string
  readonly schedule: number
  /** JSON text of the place as the API shows it, less its id and dates. */
  readonly document: string
  readonly created_at: string
  readonly updated_at: string
}

type PlaceRowContext = {
  readonly id: string
  readonly sources: readonly SourceReference[]
  readonly termIds: TermIds
  readonly quality: number
  /** See `keywords.ts`. */
  readonly keywords: string
  /** Id of its schedule: see `schedules.ts`. */
  readonly schedule: number
  /** RFC 3339 instants. */
  readonly createdAt: string
  readonly updatedAt: string
  /** `YYYY-MM-DD`: which labels are valid depends on it. */
  readonly today: string
}

/** The one way from a place to its row: whoever writes places writes them searchable alike. */
export function toPlaceRow(content: PlaceContent, context: PlaceRowContext): PlaceRow {
  const { address, location } = content
  return {
    id: context.id,
    name: content.name,
    lat: location?.lat ?? null,
    lon: location?.lon ?? null,
    commune: address.commune,
    postcode: address.postcode,
    epci: address.epci,
    department: address.department,
    region: address.region,
    codes: ascending([...describingTerms(content, context), ...unspokenTerms(content, context)]),
    itinerant: content.itinerant,
    quality: context.quality,
    keywords: context.keywords,
    // People search for words of the whole text, of which the summary is only the beginning.
    summary: [content.summary, content.description].filter((text) => text !== null).join('\n'),
    city: address.city ?? '',
    schedule: context.schedule,
    document: JSON.stringify(placeDocument(content, context)),
    created_at: context.createdAt,
    updated_at: context.updatedAt
  }
}

/** Terms that are filtered on, but whose words must not find the place: what it lacks, and who lists it. */
const unspokenTerms = (
  content: PlaceContent,
  { termIds, sources }: PlaceRowContext
): readonly StoredTerm[] => [
  ...knownFeatures(content.accessibility).absent.map((code) => termIds('accessibility_absent', code)),
  ...sources.map(({ source }) => termIds('source', source))
]

const ascending = (terms: readonly StoredTerm[]): readonly number[] =>
  [...new Set(terms.map(({ id }) => id))].sort((a, b) => a - b)

/** Field by field, so that every document has the same properties in the same order. */
const placeDocument = (
  content: PlaceContent,
  { sources, quality }: PlaceRowContext
): Omit<Place, 'id' | 'created_at' | 'updated_at' | 'opening_hours' | 'rna'> &
  Pick<PlaceContent, 'opening_hours' | 'rna'> => ({
  // First, where it is known: `place-document.ts` sees by it whether it has to say null.
  ...(content.rna !== undefined && content.rna !== null && { rna: content.rna }),
  name: content.name,
  types: content.types,
  summary: content.summary,
  description: content.description,
  services: content.services,
  audiences: content.audiences,
  needs: content.needs,
  fees: content.fees,
  access: content.access,
  support: content.support,
  labels: content.labels,
  itinerant: content.itinerant,
  address: content.address,
  location: content.location,
  contacts: content.contacts,
  accessibility: content.accessibility,
  booking_url: content.booking_url,
  parent_organisation: content.parent_organisation,
  siret: content.siret,
  sources,
  quality: { score: quality },
  // Last, because `place-document.ts` adds the state of the moment to it.
  opening_hours: content.opening_hours
})
