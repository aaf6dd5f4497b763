import { sureOf } from '../../domain/offers/offers.ts'
import { displayName } from '../../domain/places/display-name.ts'
import type {
  FoundPlace,
  OpeningState,
  Place,
  PlaceContent,
  PlaceText,
  SourceReference
} from '../../domain/places/place.ts'
import type { Offered } from './offer-columns.ts'

// A place is stored as the JSON text that the API shows, without what is only known when the place is read. Reading
// inserts the rest without parsing the text: 0.1 ms for a page of 20 places, instead of 0.4. Writing and reading
// must agree on the order of properties, so they are in one file.

/**
 * The stored JSON. The id and the dates are columns, and the current opening state is added to the hours when the
 * place is read.
 */
type Document = Omit<Place, 'id' | 'created_at' | 'updated_at' | 'opening_hours' | 'rna'> &
  Pick<PlaceContent, 'opening_hours' | 'rna'>

type DocumentContext = { readonly sources: readonly SourceReference[]; readonly quality: number }

/** Creates the JSON text of a place, which `toPlace` and `toFoundPlace` read. */
export const writeDocument = (content: PlaceContent, context: DocumentContext, offered: Offered): string =>
  JSON.stringify(documentOf(content, context, offered))

/** Lists the properties one by one, so that all documents have the same properties in the same order. */
const documentOf = (
  content: PlaceContent,
  { sources, quality }: DocumentContext,
  { offers, columns }: Offered
): Document => ({
  // The RNA must come first if it is known, because `toText` looks at the start of the text to decide whether to
  // add null.
  ...(content.rna !== undefined && content.rna !== null && { rna: content.rna }),
  name: content.name,
  display_name: displayName(content.name, content.address.city),
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
  // The hours must come last, because `toText` inserts the current state before their closing brace.
  opening_hours: content.opening_hours
})

/** A place as statements read it. */
export type PlaceColumns = {
  readonly id: string
  /** Instants in UTC, as PostgreSQL writes them: `2026-11-22 18:00:00.12`. */
  readonly document: string
  /** In UTC, as PostgreSQL writes it: `2026-11-22 18:00:00.12`. */
  readonly created_at: string
  readonly updated_at: string
  /**
   * Id of the schedule of its hours. Null if an older version stored the place and housekeeping has not yet set
   * it.
   */
  readonly schedule: number | null
}

export type FoundColumns = PlaceColumns & {
  readonly key: string | number
  readonly distance_m: number | null
}

/** Returns the current opening state of a schedule; null if places are shown without it. */
export type StateOf = ((schedule: number | null) => OpeningState) | null

/**
 * Leaves out the current state. Used for places that users of the API store, for example from the feed of changes,
 * because a stored state would soon be wrong.
 */
export const UNTOLD: StateOf = null

export const toPlace = (row: PlaceColumns, states: StateOf): PlaceText<Place> => toText(row, states, '')

/**
 * Converts a row of a search. With `from`, the place has its distance in metres, or null if it has no position;
 * with `beyond`, it is marked as outside the radius.
 */
export function toFoundPlace(
  row: FoundColumns,
  states: StateOf,
  from: boolean,
  beyond: boolean
): PlaceText<FoundPlace> {
  // Distances are rounded to a decimetre, because further digits would only be noise of the arithmetic.
  const metres = row.distance_m === null ? null : Math.round(row.distance_m * 10) / 10
  return toText(
    row,
    states,
    `${from ? `,"distance_m":${metres}` : ''}${beyond ? ',"beyond_radius":true' : ''}`
  )
}

/**
 * Inserts the data that is not in the document as text. In `{"name":…,"opening_hours":{…}}`, the opening brace is
 * replaced by a brace with the id, and the two closing braces by the current state, the dates and `more`.
 */
function toText<Shown extends Place>(
  { id, document, created_at, updated_at, schedule }: PlaceColumns,
  states: StateOf,
  more: string
): PlaceText<Shown> {
  const state = states === null ? '}' : `,${JSON.stringify(states(schedule)).slice(1)}`
  const rna = document.startsWith('{"rna":') ? '' : '"rna":null,'
  const inferred = document.includes('"services_implied":') ? document : withoutOffers(document)
  const text = inferred.includes('"display_name":') ? inferred : withoutDisplayName(inferred)
  const dates = `"created_at":"${toInstant(created_at)}","updated_at":"${toInstant(updated_at)}"`
  return { id, json: `{"id":"${id}",${rna}${text.slice(1, -2)}${state},${dates}${more}}` }
}

/**
 * Adds empty lists of inferred offers to a place that was stored before offers were inferred, until it is
 * refreshed. It shows no inferred offers, because it cannot be found by them either. Quotation marks within JSON
 * strings are escaped, so the texts that are replaced here are always properties.
 */
const withoutOffers = (document: string): string =>
  document
    .replace(',"audiences":', ',"services_implied":[],"audiences":')
    .replace(',"needs":', ',"audiences_implied":[],"needs":')
    .replace(',"access":', ',"fees_implied":[],"access":')
    .replace(/"location":\{[^}]*(?=\})/, '$&,"uncertainty_m":null')

/**
 * Adds the name from the source as display name to a place that was stored before names were rewritten, until it is
 * refreshed.
 */
const withoutDisplayName = (document: string): string =>
  document.replace(/"name":("(?:[^"\\]|\\.)*")/, '$&,"display_name":$1')

/** Converts an instant to RFC 3339 with milliseconds. PostgreSQL omits trailing zeros. */
const toInstant = (utc: string): string =>
  `${utc.slice(0, 10)}T${utc.slice(11, 19)}.${utc.slice(20, 23).padEnd(3, '0')}Z`
