import { metresBetween } from '../geo/distance.ts'
import { TRUSTED_FROM } from '../places/compose-rules.ts'
import { isShortNumber } from '../places/phone.ts'
import type { Location, PlaceContent } from '../places/place.ts'
import type { SourceRecord } from '../places/source-record.ts'
import { idsOf } from './ids.ts'
import { KIND_BY_TYPE } from './matching-lexicon.ts'
import { quarterOf } from './quarter.ts'
import { type StreetWords, streetWords } from './street.ts'
import type { Towns } from './towns.ts'
import { type NameWords, nameWords, plainText } from './words.ts'

/** The parts of a record that are compared, about two fifths of it. */
export type ComparedContent = Pick<
  PlaceContent,
  'name' | 'types' | 'services' | 'itinerant' | 'address' | 'location' | 'contacts' | 'siret' | 'rna'
>

/** A record prepared once for comparison with many others. */
export type Comparable = {
  /** Source and record id. */
  readonly key: string
  /** The directory that distinguishes its own records: the source, or the producer within it. */
  readonly directory: string
  /** Whether its source is trusted alone. Other records neither part nor join the places of trusted ones. */
  readonly trusted: boolean
  readonly name: NameWords
  readonly kinds: readonly string[]
  readonly street: StreetWords | null
  /** A building, hamlet or estate; one directory writes here what another writes as the street. */
  readonly complement: StreetWords | null
  readonly commune: string | null
  readonly postcode: string | null
  /** The former commune that is now part of its commune. */
  readonly quarter: string | null
  /** Population of its commune. */
  readonly population: number | null
  /** Null if only the commune is known, because the centre of a town is near everything in it. */
  readonly position: { readonly lat: number; readonly lon: number } | null
  /** Ids under which a record is known in several directories. */
  readonly ids: readonly string[]
  readonly siret: string | null
  readonly rna: string | null
  /** Null if it is a short number, because all places of a network share it. */
  readonly phone: string | null
  readonly emails: readonly string[]
  readonly sites: readonly string[]
  /** Itinerant, by its name or according to its directory. */
  readonly mobile: boolean
  readonly listed: Listed
  /** The name as written by the directory. */
  readonly written: string
  readonly services: readonly string[]
}

/** Properties that depend on the origin of a record, not on its content. */
const OF_ORIGIN: ReadonlySet<string> = new Set([
  'key',
  'directory',
  'trusted',
  'ids',
  'listed'
] satisfies (keyof Comparable)[])

/**
 * Whether two records are one place, entered twice: equal in everything that is compared, or the same name at the
 * same door with an identifier in common. Capitals, signs and a missing house number make no difference. Computed
 * only when two records are compared, because storing it for each record made preparing them a fifth slower.
 */
export function isTwin(left: Comparable, right: Comparable): boolean {
  // Cheap checks first: most other pairs differ in one of these.
  if (left.street === null || right.street === null || left.commune !== right.commune) return false
  if (left.mobile !== right.mobile || !isSameName(left, right)) return false
  if (isAtSameDoor(left, right) && hasCommonIdentifier(left, right)) return true
  return (
    left.street.numbers.length > 0 &&
    left.written === right.written &&
    comparedText(left) === comparedText(right)
  )
}

const isSameName = (left: Comparable, right: Comparable): boolean =>
  left.written === right.written || plainText(left.written) === plainText(right.written)

/**
 * Metres between two positions of one address, by the errors of geocoders: more for a house number, because street and
 * number already say which door it is.
 */
const SAME_STREET_M = 150
const SAME_NUMBER_M = 500

function isAtSameDoor(
  { street, position }: Comparable,
  { street: theirs, position: there }: Comparable
): boolean {
  if (street === null || theirs === null || !isSameSet(street.words, theirs.words)) return false
  const numbered = street.numbers.length > 0 && theirs.numbers.length > 0
  if (numbered && !isSameSet(street.numbers, theirs.numbers)) return false
  const apart = position === null || there === null ? 0 : metresBetween(position, there)
  return apart <= (numbered ? SAME_NUMBER_M : SAME_STREET_M)
}

/** A phone, e-mail, site or SIRET in common, and no two that contradict each other. */
function hasCommonIdentifier(left: Comparable, right: Comparable): boolean {
  const single = [
    [left.siret, right.siret],
    [left.rna, right.rna],
    [left.phone, right.phone]
  ] as const
  if (single.some(([one, other]) => one !== null && other !== null && one !== other)) return false
  if (single.some(([one, other]) => one !== null && one === other)) return true
  return (
    left.emails.some((email) => right.emails.includes(email)) ||
    left.sites.some((site) => right.sites.includes(site))
  )
}

const isSameSet = <Each>(left: readonly Each[], right: readonly Each[]): boolean =>
  left.length === right.length && left.every((each) => right.includes(each))

const comparedText = (record: Comparable): string =>
  JSON.stringify(record, (name, value: unknown) => (OF_ORIGIN.has(name) ? undefined : value))

/** The runs between which its directory listed it; runs sort by start time. */
export type Listed = {
  readonly from: string | null
  /** Null if it is still listed. */
  readonly until: string | null
}

const STILL: Listed = { from: null, until: null }

/**
 * Whether a directory has listed both records at the same time, which means that they are two places. If one
 * appeared when the other disappeared, the same place may have got a new key.
 */
export const wereListedTogether = (one: Comparable, other: Comparable): boolean =>
  one.directory === other.directory &&
  !followed(one.listed, other.listed) &&
  !followed(other.listed, one.listed)

const followed = (former: Listed, latter: Listed): boolean =>
  former.until !== null && latter.from !== null && latter.from >= former.until

export function comparableOf(
  record: Pick<SourceRecord, 'source' | 'id' | 'quotes' | 'may_quote'> & {
    /** Of its source; records without one are trusted. */
    readonly priority?: number
    readonly content: ComparedContent
  },
  directory: string,
  towns: Towns,
  listed = STILL
): Comparable {
  const { content } = record
  const { name, types, address, location, contacts, siret, itinerant } = content
  const town = address.commune === null ? null : towns(address.commune)
  const quarter = quarterOf(name, address, town)
  // A village of the commune is distinctive, even where it is written as the city.
  const words = nameWords(
    name,
    [town?.name ?? address.city, quarter].filter((each) => typeof each === 'string'),
    address.commune === null ? null : address.commune.slice(0, 2)
  )
  const kinds = [...words.kinds, ...types.flatMap((type) => KIND_BY_TYPE[type] ?? [])]
  return {
    key: `${record.source} ${record.id}`,
    directory,
    trusted: record.priority === undefined || record.priority >= TRUSTED_FROM,
    ids: idsOf(record.source, record.id, record.quotes, record.may_quote),
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
    phone: contacts.phone === null || isShortNumber(contacts.phone) ? null : contacts.phone,
    emails: contacts.emails.map((email) => email.toLowerCase()),
    sites: contacts.websites.flatMap(siteOf),
    mobile: words.mobile || itinerant === true,
    listed,
    written: name,
    services: content.services
  }
}

const isVague = ({ precision }: Location): boolean => precision === 'municipality' || precision === 'postcode'

const precise = (location: Location | null): Comparable['position'] =>
  location === null || isVague(location) ? null : { lat: location.lat, lon: location.lon }

/** `https://www.bayeux.fr/epn/?lang=fr` → `bayeux.fr/epn`. */
function siteOf(website: string): readonly string[] {
  const site = /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)([^?#]*)/i.exec(website.trim())
  if (!site) return []
  const [, host = '', path = ''] = site
  return [`${host}${path.replace(/\/+$/, '')}`.toLowerCase()]
}
