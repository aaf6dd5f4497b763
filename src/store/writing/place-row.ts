import { missingFacts } from '../../domain/places/missing-facts.ts'
import type { PlaceContent } from '../../domain/places/place.ts'
import { knownFeatures } from '../../domain/vocabularies/accessibility.ts'
import type { StoredTerm } from '../vocabularies/term-ids.ts'
import { describingTerms } from './keywords.ts'
import { type OfferColumns, type OfferContext, offerColumns } from './offer-columns.ts'
import { writeDocument } from './place-document.ts'

/** The columns that are written for a place. Other columns have defaults or are computed from these. */
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
  /** JSON text of the place as the API shows it, without its id and dates. */
  readonly document: string
  readonly created_at: string
  readonly updated_at: string
}

type PlaceRowContext = OfferContext & {
  readonly id: string
  readonly quality: number
  /** Text of a `tsvector`: see `keywords.ts`. */
  readonly keywords: string
  /** Id of its schedule: see `schedules.ts`. */
  readonly schedule: number
  /** RFC 3339 instants. */
  readonly createdAt: string
  readonly updatedAt: string
}

/** Converts a place to its row. There is no other such conversion, so all places are searchable in the same way. */
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
    // The column contains the whole text, because people search for all of its words, and the summary is only its
    // beginning.
    summary: [content.summary, content.description].filter((text) => text !== null).join('\n'),
    city: address.city ?? '',
    schedule: context.schedule,
    created_at: context.createdAt,
    updated_at: context.updatedAt
  }
}

/**
 * The columns that are inferred from the others by rules. Another release may have other rules: see
 * `refresh-offers.ts`.
 */
type Concluded = OfferColumns & Pick<PlaceRow, 'document'>

export function concluded(
  content: PlaceContent,
  context: OfferContext & Pick<PlaceRowContext, 'quality'>
): Concluded {
  const declared = [...describingTerms(content, context), ...unspokenTerms(content, context)]
  const ids = declared.map(({ id }) => id)
  const offered = offerColumns(content, ids, context)
  return { ...offered.columns, document: writeDocument(content, context, offered) }
}

/**
 * Terms that are used by filters, but whose words must not find the place: the features and facts that it lacks,
 * and its sources.
 */
const unspokenTerms = (
  content: PlaceContent,
  { termIds, sources }: Pick<PlaceRowContext, 'termIds' | 'sources'>
): readonly StoredTerm[] => [
  ...knownFeatures(content.accessibility).absent.map((code) => termIds('accessibility_absent', code)),
  ...missingFacts(content).map((fact) => termIds('missing', fact)),
  ...sources.map(({ source }) => termIds('source', source))
]
