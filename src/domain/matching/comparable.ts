import type { Location, PlaceContent } from '../places/place.ts'
import type { SourceRecord } from '../places/source-record.ts'
import { idsOf } from './ids.ts'
import { KIND_BY_TYPE } from './matching-lexicon.ts'
import { quarterOf } from './quarter.ts'
import { type StreetWords, streetWords } from './street.ts'
import type { Towns } from './towns.ts'
import { type NameWords, nameWords } from './words.ts'

/** What comparing reads of a record: two fifths of it. */
export type ComparedContent = Pick<
  PlaceContent,
  'name' | 'types' | 'services' | 'itinerant' | 'address' | 'location' | 'contacts' | 'siret' | 'rna'
>

/** What is compared of a record, made ready once: a record meets many others. */
export type Comparable = {
  /** Its source and its id there. */
  readonly key: string
  /** Who keeps it apart from its other records: the source, or the producer within it. */
  readonly directory: string
  readonly name: NameWords
  readonly kinds: readonly string[]
  readonly street: StreetWords | null
  /** A building, a hamlet, an estate: what one directory writes here stands for the street in another. */
  readonly complement: StreetWords | null
  readonly commune: string | null
  readonly postcode: string | null
  /** Which of the communes that were joined to make its own. */
  readonly quarter: string | null
  /** Inhabitants of its commune. */
  readonly population: number | null
  /** Null where it is known to the commune only: the middle of a town is near everything in it. */
  readonly position: { readonly lat: number; readonly lon: number } | null
  /** By which records are known that went from one directory to another. */
  readonly ids: readonly string[]
  readonly siret: string | null
  readonly rna: string | null
  readonly phone: string | null
  readonly emails: readonly string[]
  readonly sites: readonly string[]
  /** It comes and goes: by its name, or because its directory says so. */
  readonly mobile: boolean
  readonly listed: Listed
  /** As its directory wrote it. */
  readonly written: string
  readonly services: readonly string[]
}

/** What tells where a record is from, and not what it says. */
const FROM: ReadonlySet<string> = new Set([
  'key',
  'directory',
  'ids',
  'listed'
] satisfies (keyof Comparable)[])

/**
 * Whether two records are the same in all that is compared, where that is enough to be mistaken for no other place. Told
 * of two that are compared, and not kept of each that is met: it cost a fifth of making a record ready.
 */
export const isTwin = (left: Comparable, right: Comparable): boolean =>
  left.street !== null &&
  left.street.numbers.length > 0 &&
  left.written === right.written &&
  // Most that are no twins differ in one of these, and need not be written out.
  left.phone === right.phone &&
  left.siret === right.siret &&
  left.commune === right.commune &&
  left.position?.lat === right.position?.lat &&
  whatIsSaid(left) === whatIsSaid(right)

const whatIsSaid = (record: Comparable): string =>
  JSON.stringify(record, (name, value: unknown) => (FROM.has(name) ? undefined : value))

/** From which run to which its directory listed it. Runs sort by when they began. */
export type Listed = {
  readonly from: string | null
  /** Null while it does. */
  readonly until: string | null
}

const STILL: Listed = { from: null, until: null }

/**
 * Whether one directory has listed both at a time, and so says that they are two. It has not where the one came when
 * the other went: then it may have been given another key.
 */
export const wereListedTogether = (one: Comparable, other: Comparable): boolean =>
  one.directory === other.directory &&
  !followed(one.listed, other.listed) &&
  !followed(other.listed, one.listed)

const followed = (former: Listed, latter: Listed): boolean =>
  former.until !== null && latter.from !== null && latter.from >= former.until

export function comparableOf(
  record: Pick<SourceRecord, 'source' | 'id' | 'quotes'> & { readonly content: ComparedContent },
  directory: string,
  towns: Towns,
  listed = STILL
): Comparable {
  const { content } = record
  const { name, types, address, location, contacts, siret, itinerant } = content
  const town = address.commune === null ? null : towns(address.commune)
  const quarter = quarterOf(name, address, town)
  const words = nameWords(
    name,
    [address.city, town?.name, quarter].filter((each) => typeof each === 'string'),
    address.commune === null ? null : address.commune.slice(0, 2)
  )
  const kinds = [...words.kinds, ...types.flatMap((type) => KIND_BY_TYPE[type] ?? [])]
  return {
    key: `${record.source} ${record.id}`,
    directory,
    ids: idsOf(record.source, record.id, record.quotes),
    name: words,
    kinds: [...new Set(kinds)].toSorted(),
    street: streetWords(address.street) ?? streetWords(address.complement),
    complement: streetWords(address.complement),
    commune: address.commune,
    postcode: address.postcode,
    quarter,
    population: town?.population ?? null,
    position: precise(location),
    siret,
    rna: content.rna ?? null,
    phone: contacts.phone,
    emails: contacts.emails.map((email) => email.toLowerCase()),
    sites: contacts.websites.flatMap(siteOf),
    mobile: words.mobile || itinerant === true,
    listed,
    written: name,
    services: content.services
  }
}

const precise = (location: Location | null): Comparable['position'] =>
  location === null || location.precision === 'municipality' ? null : { lat: location.lat, lon: location.lon }

/** `https://www.bayeux.fr/epn/?lang=fr` → `bayeux.fr/epn`. */
function siteOf(website: string): readonly string[] {
  const site = /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)([^?#]*)/i.exec(website.trim())
  if (!site) return []
  const [, host = '', path = ''] = site
  return [`${host}${path.replace(/\/+$/, '')}`.toLowerCase()]
}
