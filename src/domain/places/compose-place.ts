import { metresBetween } from '../geo/distance.ts'
import { FEATURES } from '../vocabularies/accessibility.ts'
import {
  byTrust,
  common,
  contributing,
  first,
  type Origin,
  type Rule,
  united,
  unitedLabels,
  vouched
} from './compose-rules.ts'
import { type OpeningHours, UNKNOWN_HOURS } from './opening-hours.ts'
import type { Address, Code, Location, Person, PlaceContent, SourceReference } from './place.ts'
import type { SourceRecord } from './source-record.ts'

export type ComposedPlace = {
  readonly content: PlaceContent
  /** Most trusted first. */
  readonly sources: readonly SourceReference[]
  /** For each known field, the records that its value comes from: one, or all that contribute to a combined list. */
  readonly provenance: Provenance
  /** For each record that lists services, its services. */
  readonly declarations: readonly Declaration[]
}

/** The services that one record declares, and its source. */
export type Declaration = { readonly source: string; readonly services: readonly Code[] }

export type Provenance = Readonly<Record<string, readonly Origin[]>>

const isKnownAddress = ({ street, postcode, city, commune }: Address): boolean =>
  [street, postcode, city, commune].some((part) => part !== null)

const isDoor = ({ precision }: Location): boolean => precision !== 'municipality' && precision !== 'postcode'

/** Two positions from different sources that are at most this many metres apart count as the same position. */
const SAME_DOOR_M = 100

const isSameDoor = (one: Location, other: Location): boolean => metresBetween(one, other) <= SAME_DOOR_M

/**
 * How each field is composed from several records. Lists that describe what a place does are combined, because each
 * directory knows only a part. Fees, hours, address and position are taken whole from one record: half of one and
 * half of another would be prices, hours or a position that no source has published. Contacts, links, hours, position
 * and texts send people somewhere, so they are taken only from trusted sources, or if an independent source confirms
 * them: anybody may list a place that exists, and add a phone number of their own.
 */
const RULES = {
  name: first(({ content }) => content.name),
  types: united(({ content }) => content.types),
  summary: vouched([({ content }) => content.summary]),
  description: vouched([({ content }) => content.description]),
  services: united(({ content }) => content.services),
  audiences: united(({ content }) => content.audiences),
  needs: united(({ content }) => content.needs),
  fees: first(({ content }) => content.fees),
  access: united(({ content }) => content.access),
  support: united(({ content }) => content.support),
  labels: unitedLabels,
  itinerant: first(({ content }) => content.itinerant),
  address: first(({ content }) => (isKnownAddress(content.address) ? content.address : null)),
  // A producer knows where its place is; a geocoder infers it from the spelling of the address. The centre of a
  // commune is only used if no trusted record has an exact position, and no two other records agree on one.
  location: vouched<Location>(
    [
      ({ content: { location } }) => (location?.origin === 'producer' && isDoor(location) ? location : null),
      ({ content: { location } }) => (location !== null && isDoor(location) ? location : null),
      ({ content }) => content.location
    ],
    (location, other) => (isSameDoor(location, other) ? location : null)
  ),
  'contacts.phone': vouched([({ content }) => content.contacts.phone]),
  'contacts.emails': vouched([({ content }) => content.contacts.emails], common),
  'contacts.websites': vouched([({ content }) => content.contacts.websites], common),
  'contacts.person': vouched([
    ({ content, publishes_persons }) => (publishes_persons ? content.contacts.person : null)
  ]),
  // Hours that a program can read are preferred to hours that only a person can read.
  opening_hours: vouched<OpeningHours>(
    [
      ({ content }) => (content.opening_hours.osm === null ? null : content.opening_hours),
      ({ content }) => (content.opening_hours.raw === null ? null : content.opening_hours)
    ],
    (hours, other) =>
      hours.osm === other.osm && (hours.osm !== null || hours.raw === other.raw) ? hours : null
  ),
  'accessibility.wheelchair': first(({ content }) =>
    content.accessibility.wheelchair === 'unknown' ? null : content.accessibility.wheelchair
  ),
  'accessibility.sheet': first(({ content }) => content.accessibility.sheet),
  booking_url: vouched([({ content }) => content.booking_url]),
  parent_organisation: first(({ content }) => content.parent_organisation),
  siret: first(({ content }) => content.siret),
  rna: first(({ content }) => content.rna ?? null)
} satisfies Readonly<Record<string, Rule<unknown>>>

/**
 * Puts the properties of composed objects in one order, whatever order the records had them in. The place is stored
 * as text, which must not change if its content has not changed.
 */
const inOrder = {
  address: ({ street, complement, postcode, city, commune, epci, department, region, country }: Address) => ({
    street,
    complement,
    postcode,
    city,
    commune,
    epci,
    department,
    region,
    country
  }),
  location: ({ lat, lon, origin, precision }: Location) => ({ lat, lon, origin, precision }),
  person: ({ name, role, phone, email }: Person) => ({ name, role, phone, email }),
  hours: ({ osm, raw, confidence, timezone }: OpeningHours) => ({ osm, raw, confidence, timezone })
}

/** Whether any of the records lists the place. Records that only describe its accessibility do not list it. */
export const isListed = (records: readonly SourceRecord[]): boolean =>
  records.some(({ gives }) => gives === 'places')

/** Composes a place from its records. The order of the records does not matter. */
export function composePlace(records: readonly SourceRecord[]): ComposedPlace {
  const trusted = records.filter(({ gives }) => gives === 'places').toSorted(byTrust)
  // Records of accessibility come from people who measured on site, so they are trusted more than other
  // records.
  const measured = records.filter(({ gives }) => gives === 'accessibility').toSorted(byTrust)
  const leader = trusted[0]
  if (leader === undefined) throw new RangeError('A place is made of at least one record that lists it.')

  const provenance: Record<string, readonly Origin[]> = {}
  const take = <Value>(field: string, rule: Rule<Value>, said = trusted): Value | null => {
    const { value, from } = rule(said)
    if (from.length > 0) provenance[field] = from
    return value
  }
  const address = take('address', RULES.address) ?? leader.content.address
  const location = take('location', RULES.location)
  const person = take('contacts.person', RULES['contacts.person'])
  const hours = take('opening_hours', RULES.opening_hours)
  const onAccess = [...measured, ...trusted]
  const onSheet = [...measured, ...contributing(trusted)]
  const feature = (name: (typeof FEATURES)[number]) =>
    [
      name,
      take(
        `accessibility.${name}`,
        first(({ content }) => content.accessibility[name]),
        onAccess
      )
    ] as const

  const rna = take('rna', RULES.rna)
  const content: PlaceContent = {
    name: take('name', RULES.name) ?? leader.content.name,
    types: take('types', RULES.types) ?? [],
    summary: take('summary', RULES.summary),
    description: take('description', RULES.description),
    services: take('services', RULES.services) ?? [],
    audiences: take('audiences', RULES.audiences) ?? [],
    needs: take('needs', RULES.needs) ?? [],
    fees: take('fees', RULES.fees) ?? [],
    access: take('access', RULES.access) ?? [],
    support: take('support', RULES.support) ?? [],
    labels: take('labels', RULES.labels) ?? [],
    itinerant: take('itinerant', RULES.itinerant),
    address: inOrder.address(address),
    location: location && inOrder.location(location),
    contacts: {
      phone: take('contacts.phone', RULES['contacts.phone']),
      emails: take('contacts.emails', RULES['contacts.emails']) ?? [],
      websites: take('contacts.websites', RULES['contacts.websites']) ?? [],
      person: person && inOrder.person(person)
    },
    opening_hours: hours ? inOrder.hours(hours) : UNKNOWN_HOURS(timezoneOf(trusted, address)),
    accessibility: {
      wheelchair: take('accessibility.wheelchair', RULES['accessibility.wheelchair'], onAccess) ?? 'unknown',
      ...(Object.fromEntries(FEATURES.map(feature)) as Record<(typeof FEATURES)[number], boolean | null>),
      sheet: take('accessibility.sheet', RULES['accessibility.sheet'], onSheet)
    },
    booking_url: take('booking_url', RULES.booking_url),
    parent_organisation: take('parent_organisation', RULES.parent_organisation),
    siret: take('siret', RULES.siret),
    ...(rna !== null && { rna })
  }
  return {
    content,
    sources: [...trusted, ...measured].map(referenceOf),
    provenance,
    declarations: declarationsIn(trusted)
  }
}

const declarationsIn = (trusted: readonly SourceRecord[]): readonly Declaration[] =>
  trusted
    .map(({ source, content: { services } }) => ({ source, services }))
    .filter(({ services }) => services.length > 0)

/**
 * The time zone of the record from which the address was taken, even if that record gives no hours: hours are in the
 * local time of the place.
 */
const timezoneOf = (trusted: readonly SourceRecord[], address: Address): string =>
  (trusted.find(({ content }) => content.address === address) ?? trusted[0])?.content.opening_hours
    .timezone ?? 'Europe/Paris'

const referenceOf = ({ source, id, url, licence, changed_on }: SourceRecord): SourceReference => ({
  source,
  id,
  url,
  licence,
  updated_at: changed_on
})

export type PlaceToPut = ComposedPlace & {
  readonly id: string
  /** True if no earlier row had this id, so there is nothing to delete. */
  readonly isNew?: boolean
}
