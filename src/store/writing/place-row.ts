import { sureOf } from '../../domain/offers/offers.ts'
import { missingFacts } from '../../domain/places/missing-facts.ts'
import type { Place, PlaceContent } from '../../domain/places/place.ts'
import { knownFeatures } from '../../domain/vocabularies/accessibility.ts'
import type { StoredTerm } from '../vocabularies/term-ids.ts'
import { describingTerms } from './keywords.ts'
import { type OfferColumns, type OfferContext, type Offered, offerColumns } from './offer-columns.ts'

/** What is written of a place; the other columns have defaults or are made of these. */
export type PlaceRow = OfferColumns & {
  readonly id: string
  readonly name: string
  readonly lat: number | null
  readonly lon: number | null
  readonly commune: string | null
  readonly postcode: string | null
  readonly epci: string | null
  readonly department: string | null
  readonly region: string | null
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

type PlaceRowContext = OfferContext & {
  readonly id: string
  readonly quality: number
  /** See `keywords.ts`. */
  readonly keywords: string
  /** Id of its schedule: see `schedules.ts`. */
  readonly schedule: number
  /** RFC 3339 instants. */
  readonly createdAt: string
  readonly updatedAt: string
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
    ...concluded(content, context),
    itinerant: content.itinerant,
    quality: context.quality,
    keywords: context.keywords,
    // People search for words of the whole text, of which the summary is only the beginning.
    summary: [content.summary, content.description].filter((text) => text !== null).join('\n'),
    city: address.city ?? '',
    schedule: context.schedule,
    created_at: context.createdAt,
    updated_at: context.updatedAt
  }
}

/** What of its row follows from the rest by rules, which another release may have otherwise: `refresh-offers.ts`. */
type Concluded = OfferColumns & Pick<PlaceRow, 'document'>

export function concluded(
  content: PlaceContent,
  context: OfferContext & Pick<PlaceRowContext, 'quality'>
): Concluded {
  const declared = [...describingTerms(content, context), ...unspokenTerms(content, context)]
  const ids = declared.map(({ id }) => id)
  const offered = offerColumns(content, ids, context)
  return { ...offered.columns, document: JSON.stringify(placeDocument(content, context, offered)) }
}

/** Terms that are filtered on, but whose words must not find the place: what it lacks, and who lists it. */
const unspokenTerms = (
  content: PlaceContent,
  { termIds, sources }: Pick<PlaceRowContext, 'termIds' | 'sources'>
): readonly StoredTerm[] => [
  ...knownFeatures(content.accessibility).absent.map((code) => termIds('accessibility_absent', code)),
  ...missingFacts(content).map((fact) => termIds('missing', fact)),
  ...sources.map(({ source }) => termIds('source', source))
]

/** Field by field, so that every document has the same properties in the same order. */
const placeDocument = (
  content: PlaceContent,
  { sources, quality }: Pick<PlaceRowContext, 'sources' | 'quality'>,
  { offers, columns }: Offered
): Omit<Place, 'id' | 'created_at' | 'updated_at' | 'opening_hours' | 'rna'> &
  Pick<PlaceContent, 'opening_hours' | 'rna'> => ({
  // First, where it is known: `place-document.ts` sees by it whether it has to say null.
  ...(content.rna !== undefined && content.rna !== null && { rna: content.rna }),
  name: content.name,
  types: content.types,
  summary: content.summary,
  description: content.description,
  services: content.services,
  services_implied: sureOf(offers, 'service'),
  audiences: content.audiences,
  audiences_implied: sureOf(offers, 'audience'),
  needs: content.needs,
  fees: content.fees,
  fees_implied: sureOf(offers, 'fee'),
  access: content.access,
  support: content.support,
  labels: content.labels,
  itinerant: content.itinerant,
  address: content.address,
  location: content.location && { ...content.location, uncertainty_m: columns.uncertainty_m },
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
