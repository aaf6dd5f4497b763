import { metresBetween } from '../geo/distance.ts'
import { TRUSTED_FROM } from '../places/compose-rules.ts'
import { isShortNumber } from '../places/phone.ts'
import type { Location, PlaceContent } from '../places/place.ts'
import type { SourceRecord } from '../places/source-record.ts'
import { idsOf } from './ids.ts'
import { KIND_BY_TYPE } from './matching-lexicon.ts'
import { quarterOf } from './quarter.ts'
import { isSlip } from './similarity.ts'
import { type StreetWords, streetWords } from './street.ts'
import { otherTownOf, type Town, type Towns } from './towns.ts'
import { type NameWords, nameWords } from './words.ts'

/** The parts of a record that are compared, about two fifths of it. */
export type ComparedContent = Pick<
  PlaceContent,
  'name' | 'types' | 'services' | 'itinerant' | 'address' | 'location' | 'contacts' | 'siret' | 'rna'
>

/** A record prepared once for comparison with many others. */
export type Comparable = {
  /** Source and record id. */
  readonly key: string
  /** The directory that gives each of its places a record of its own: the source, or the producer within it. */
  readonly directory: string
  /** Whether its source is trusted on its own. Other records can neither separate nor join trusted records. */
  readonly trusted: boolean
  readonly name: NameWords
  readonly kinds: readonly string[]
  readonly street: StreetWords | null
  /** A building, hamlet or estate; one directory writes here what another writes as the street. */
  readonly complement: StreetWords | null
  readonly commune: string | null
  /** Where it is looked for: its commune or, if that is unknown, all communes of its postcode. */
  readonly communes: readonly string[]
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

/**
 * Whether two records are one place, entered twice: the same name at the same door. Capitals, signs, a missing house
 * number and another word for its kind ("Commune de", "Mairie de") make no difference, nor another phone: two counters
 * at one door have names of their own. They must share an identifier if they are of two kinds, and be next to each other
 * or share one if no street tells doors apart. Of 70 such doors of the real files that were read, none clearly has two places.
 */
export function isTwin(left: Comparable, right: Comparable): boolean {
  if (left.commune === null || left.commune !== right.commune) return false
  if (left.mobile !== right.mobile || left.quarter !== right.quarter) return false
  if (!isAtSameDoor(left, right) || !isSameName(left, right)) return false
  return !isOtherKind(left, right) || hasCommonIdentifier(left, right)
}

/** Whether both records have the same distinctive words in their names. */
export const isNamedSame = ({ name: one }: Comparable, { name: other }: Comparable): boolean =>
  one.own.length > 0 && isSameSet(one.own, other.own) && isSameSet(one.branch, other.branch)

/** Owners do not count: one list types a centre social as municipal. */
function isOtherKind({ kinds: left }: Comparable, { kinds: right }: Comparable): boolean {
  const [mine, theirs] = [left.filter((kind) => !OWNERS.has(kind)), right.filter((kind) => !OWNERS.has(kind))]
  return mine.length > 0 && theirs.length > 0 && !mine.some((kind) => theirs.includes(kind))
}

const OWNERS: ReadonlySet<string> = new Set(['town-hall', 'intercommunality'])

function isAtSameDoor(left: Comparable, right: Comparable): boolean {
  if (left.street === null && right.street === null)
    return isWithin(left, right, NEXT_DOOR_M) || hasCommonIdentifier(left, right)
  if (!isSameStreet(left.street, right.street)) return false
  return (
    left.name.own.length > 0 ||
    left.position === null ||
    right.position === null ||
    isWithin(left, right, SAME_STREET_M)
  )
}

function isSameName(left: Comparable, right: Comparable): boolean {
  if (left.written === right.written) return true
  const [one, other] = [left.name, right.name]
  if (!isSameSet(one.branch, other.branch)) return false
  const isNamed = one.own.length > 0 && other.own.length > 0
  // "1624 Coworking" and "1624" are of one kind if their directory says so.
  const isOneKind =
    isSameSet(one.kinds, other.kinds) ||
    (isNamed && left.kinds.length > 0 && isSameSet(left.kinds, right.kinds))
  if (!isOneKind) return false
  const [mine, others] = isNamed ? [one.own, other.own] : [one.rest, other.rest]
  return one.kinds.length + mine.length > 0 && isSameSet(mine, others)
}

/**
 * Metres between two positions of one address. Geocoders put one street of a commune up to three kilometres apart (real
 * files); a merged commune has several streets of one name, which matters for a name such as "Mairie annexe".
 */
const [NEXT_DOOR_M, SAME_STREET_M] = [150, 5_000]

const isWithin = ({ position: here }: Comparable, { position: there }: Comparable, metres: number): boolean =>
  here !== null && there !== null && metresBetween(here, there) <= metres

/** With one and the same number, a street may be misspelt by a letter: 12 ter rue des Tours and 12 ter rue des Tous. */
function isSameStreet(left: StreetWords | null, right: StreetWords | null): boolean {
  if (left === null || right === null) return false
  const isNumbered = left.numbers.length > 0 && right.numbers.length > 0
  const isSameNumber = isNumbered && isSameSet(left.numbers, right.numbers)
  if (isSameSet(left.words, right.words)) return !isNumbered || isSameNumber
  return isSameNumber && isSlip(left.words.join(' '), right.words.join(' '))
}

const hasCommonIdentifier = (left: Comparable, right: Comparable): boolean =>
  (left.siret !== null && left.siret === right.siret) ||
  (left.rna !== null && left.rna === right.rna) ||
  (left.phone !== null && left.phone === right.phone) ||
  left.emails.some((email) => right.emails.includes(email)) ||
  left.sites.some((site) => right.sites.includes(site))

const isSameSet = <Each>(left: readonly Each[], right: readonly Each[]): boolean =>
  left.length === right.length && left.every((each) => right.includes(each))

/**
 * The run in which the directory first listed a record, and the run in which the record disappeared. Run ids sort by
 * start time.
 */
export type Listed = {
  readonly from: string | null
  /** Null if the record is still listed. */
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
    /** The priority of the record's source; records without a priority are trusted. */
    readonly priority?: number
    readonly content: ComparedContent
  },
  directory: string,
  towns: Towns,
  listed = STILL
): Comparable {
  const { content } = record
  const { name, types, location, contacts, siret, itinerant } = content
  const { address, town, quarter, words } = read(content, towns)
  const kinds = [...words.kinds, ...types.flatMap((type) => KIND_BY_TYPE[type] ?? [])]
  return {
    key: `${record.source} ${record.id}`,
    directory,
    trusted: record.priority === undefined || record.priority >= TRUSTED_FROM,
    ids: idsOf(record.source, record.id, record.quotes, record.may_quote),
    name: words,
    kinds: [...new Set(kinds)].toSorted(),
    street: streetWords(streetOf(name, address.street)) ?? streetWords(address.complement),
    complement: streetWords(address.complement),
    commune: address.commune,
    communes: address.commune === null ? (towns.sharing?.(address.postcode ?? '') ?? []) : [address.commune],
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

type Read = Pick<ComparedContent, 'address'> & {
  readonly town: Town | null
  readonly quarter: string | null
  readonly words: NameWords
}

/**
 * Reads the words of a name in the commune of the record, or in another commune of its postcode if the name says
 * nothing but a kind and that commune, and no position says otherwise.
 */
function read({ name, address, location }: ComparedContent, towns: Towns): Read {
  const here = readIn(name, address, towns)
  const { own, kinds, branch } = here.words
  if (own.length === 0 || kinds.length === 0 || branch.length > 0 || precise(location) !== null) return here
  const other = otherTownOf(name, address, towns)
  if (other === null) return here
  const there = readIn(name, { ...address, commune: other, city: null }, towns)
  return there.words.own.length === 0 ? there : here
}

function readIn(name: string, address: ComparedContent['address'], towns: Towns): Read {
  const town = address.commune === null ? null : towns(address.commune)
  const quarter = quarterOf(name, address, town)
  // A village of the commune is distinctive, even where it is written as the city.
  const words = nameWords(
    name,
    [town?.name ?? address.city, quarter].filter((each) => typeof each === 'string'),
    address.commune === null ? null : address.commune.slice(0, 2)
  )
  return { address, town, quarter, words }
}

/** A regional list repeats the name where it has no street. */
const streetOf = (name: string, street: string | null): string | null => (street === name ? null : street)

const isVague = ({ precision }: Location): boolean => precision === 'municipality' || precision === 'postcode'

const precise = (location: Location | null): Comparable['position'] =>
  location === null || isVague(location) ? null : { lat: location.lat, lon: location.lon }

/** The host and path of a website: `https://www.bayeux.fr/epn/?lang=fr` → `bayeux.fr/epn`. */
function siteOf(website: string): readonly string[] {
  const site = /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)([^?#]*)/i.exec(website.trim())
  if (!site) return []
  const [, host = '', path = ''] = site
  return [`${host}${path.replace(/\/+$/, '')}`.toLowerCase()]
}
