import type { Accessibility } from '../vocabularies/accessibility.ts'
import type { OpeningHours } from './opening-hours.ts'

/** A code of one of the vocabularies in `vocabularies/`. It is checked against them wherever a place is created. */
export type Code = string

export type Address = {
  readonly street: string | null
  readonly complement: string | null
  readonly postcode: string | null
  readonly city: string | null
  /** INSEE code of the commune, or of the municipal arrondissement in Paris, Lyon and Marseille. */
  readonly commune: string | null
  /** SIREN of the intercommunality. */
  readonly epci: string | null
  readonly department: string | null
  readonly region: string | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

/** WGS 84 degrees. */
export type Location = {
  readonly lat: number
  readonly lon: number
  /** Where the position comes from: the source's record, or a geocoder that read its address. */
  readonly origin: 'producer' | 'geocoder'
  /** Precision of a geocoded position; `postcode` is the mean of the centres of the communes of the postcode. */
  readonly precision: 'housenumber' | 'street' | 'municipality' | 'postcode' | null
}

/** `uncertainty_m`: expected error of the position in metres; null until it has been worked out. */
type PlacedLocation = Location & { readonly uncertainty_m: number | null }

/**
 * A code that is inferred from another fact. `because` is this fact: `type:RFS`, `label:aidants-connect`, or a type
 * found in the name, `name:CCAS`.
 */
export type Implied = { readonly code: Code; readonly because: string }

/** The person in charge. `phone` and `email` are personal data, kept only where the source permits their publication. */
export type Person = {
  readonly name: string
  readonly role: string | null
  readonly phone: string | null
  readonly email: string | null
}

export type Contacts = {
  /** E.164, or a short number as it is dialled (`3949`). */
  readonly phone: string | null
  readonly emails: readonly string[]
  readonly websites: readonly string[]
  readonly person: Person | null
}

/** A label, programme or training. It is valid between two ISO dates, both included; null means no limit. */
export type Label = {
  readonly code: Code
  readonly valid_from: string | null
  readonly valid_until: string | null
  /** Slug of the source that gives this label. */
  readonly source: string
}

/** Whether a label is valid on a day, `YYYY-MM-DD`. */
export const isValidOn = ({ valid_from, valid_until }: Label, day: string): boolean =>
  (valid_from === null || valid_from <= day) && (valid_until === null || day <= valid_until)

/** One directory's record of the place. */
export type SourceReference = {
  readonly source: string
  readonly id: string
  readonly url: string | null
  readonly licence: string
  readonly updated_at: string | null
}

/** What is known of a place, from any source. Lists hold codes; `null` means unknown. */
export type PlaceContent = {
  readonly name: string
  readonly types: readonly Code[]
  readonly summary: string | null
  readonly description: string | null
  readonly services: readonly Code[]
  readonly audiences: readonly Code[]
  readonly needs: readonly Code[]
  readonly fees: readonly Code[]
  readonly access: readonly Code[]
  readonly support: readonly Code[]
  readonly labels: readonly Label[]
  readonly itinerant: boolean | null
  readonly address: Address
  readonly location: Location | null
  readonly contacts: Contacts
  readonly opening_hours: OpeningHours
  readonly accessibility: Accessibility
  readonly booking_url: string | null
  readonly parent_organisation: string | null
  readonly siret: string | null
  /**
   * Number of the association in the national register (RNA). Left out of the stored JSON if unknown, so that
   * older rows need not be rewritten; shown as null.
   */
  readonly rna?: string | null
}

/** The part of the opening hours that changes with time. */
export type OpeningState = {
  readonly state: 'open' | 'closed' | 'by_appointment' | 'unknown'
  /** RFC 3339 instant of the next change of state; null if no change is known. */
  readonly next_change: string | null
}

/** A place as it is shown. */
export type Place = Omit<PlaceContent, 'opening_hours' | 'rna' | 'location'> & {
  readonly rna: string | null
  /** The name as people would write it; see `display-name.ts`. */
  readonly display_name: string
  /** Services, audiences and fees that certainly follow from what the place is and that it does not declare. */
  readonly services_implied: readonly Implied[]
  readonly audiences_implied: readonly Implied[]
  readonly fees_implied: readonly Implied[]
  readonly location: PlacedLocation | null
  readonly opening_hours: OpeningHours & OpeningState
  /** UUID version 7: never changes, never reused. */
  readonly id: string
  readonly sources: readonly SourceReference[]
  readonly quality: { readonly score: number }
  /** RFC 3339 instants, in UTC. */
  readonly created_at: string
  readonly updated_at: string
  /** Added to answers if people report that the place no longer exists: since when, as an RFC 3339 instant. */
  readonly reported_closed?: { readonly since: string }
}

/** A place as a search found it. */
export type FoundPlace = Place & {
  /** Metres along the ellipsoid from the start of the search; absent if the search has no start. */
  readonly distance_m?: number | null
  /** Present, and true, only on places outside the radius, such as the ones that `min_results` adds. */
  readonly beyond_radius?: true
}

/**
 * A place as JSON text. Most answers pass it on unchanged: parsing twenty places and writing them again takes the API
 * longer than all the rest of a search (0.4 ms of 0.75).
 */
export type PlaceText<Shown extends Place = FoundPlace> = {
  readonly id: string
  readonly json: string
  /** Never set; it only tells the compiler what the text contains. */
  readonly shown?: Shown
}

export const readPlace = <Shown extends Place>({ json }: PlaceText<Shown>): Shown => JSON.parse(json) as Shown
