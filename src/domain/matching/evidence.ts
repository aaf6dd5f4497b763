import { metresBetween } from '../geo/distance.ts'
import type { Comparable } from './comparable.ts'
import { inhabitantsPerOther } from './kind-density.ts'
import { HOSTS, KINDRED, SHARED_HOSTS, SHARED_MAIL } from './matching-lexicon.ts'
import { rarityOf } from './rarity.ts'
import { overlap } from './similarity.ts'
import type { StreetWords } from './street.ts'
import type { NameWords } from './words.ts'

/** Evidence from 0 (against the same place) to 1 (for it); null if a record has no data for it. */
export type Evidence = {
  /** The distinctive words of the names, weighted by rarity. */
  readonly name: number | null
  /** All other words of the names than those for their kinds and town; 1 if neither has any, in one commune. */
  readonly wording: number | null
  readonly kind: number | null
  /** Words that distinguish one of several: numbers, "annexe", "nord". */
  readonly branch: number | null
  /** Street and house number. */
  readonly address: number | null
  /** 1 at 0 m, one half at 100 m, one sixth at 500 m. */
  readonly distance: number | null
  readonly commune: number | null
  /** The former communes within a merged commune. */
  readonly quarter: number | null
  /**
   * Likelihood that a place of that kind is the only one in its commune: 1 in a hamlet, one half at 33 000
   * inhabitants for a library and at 64 000 for France services.
   */
  readonly alone: number | null
  /**
   * 1 if both have the same worldwide id. If both have a number in the same directory: 0.5 if it is the same, 0 if it
   * differs.
   */
  readonly id: number | null
  readonly siret: number | null
  /** RNA number of the association. */
  readonly rna: number | null
  readonly phone: number | null
  readonly email: number | null
  readonly site: number | null
}

export type EvidenceName = keyof Evidence

/** The evidence that two records describe the same place; symmetric. */
export function evidenceOf(left: Comparable, right: Comparable): Evidence {
  return {
    name: ofName(left, right),
    wording: ofWording(left, right),
    kind: ofKind(left, right),
    branch: ofBranch(left, right),
    address: ofAddress(left, right),
    distance: ofDistance(left, right),
    commune: ofCommune(left, right),
    quarter: known(left.quarter, right.quarter, isEqual),
    alone: ofAlone(left, right),
    id: ofConfirmedIds(left, right),
    siret: elsewhere(ofSiret(left.siret, right.siret), left, right),
    rna: elsewhere(known(left.rna, right.rna, isEqual), left, right),
    phone: elsewhere(known(left.phone, right.phone, isEqual), left, right),
    email: elsewhere(ofLists(left.emails, right.emails, domainOf, SHARED_MAIL), left, right),
    site: elsewhere(ofSites(left.sites, right.sites), left, right)
  }
}

/**
 * Beyond this distance in metres, a shared identifier may belong to an organisation that runs both places:
 * one mediator serves twenty town halls.
 */
const ELSEWHERE = 1_500

function elsewhere(value: number | null, left: Comparable, right: Comparable): number | null {
  if (value === null || value <= 0.5) return value
  const isFar =
    left.position !== null && right.position !== null
      ? metresBetween(left.position, right.position) > ELSEWHERE
      : ofCommune(left, right) === 0
  return isFar ? 0.5 : value
}

const known = <Value>(
  left: Value | null,
  right: Value | null,
  compare: (left: Value, right: Value) => number
): number | null => (left === null || right === null ? null : compare(left, right))

const isEqual = (left: string, right: string): number => (left === right ? 1 : 0)

/**
 * Worldwide ids contain no space; numbers are prefixed with their directory and a space. Two different
 * numbers within the same directory prove nothing: whether it listed both at the same time is checked
 * elsewhere, and a place may get a new number.
 */
function ofIds(left: Comparable, right: Comparable): number | null {
  const common = left.ids.filter((id) => right.ids.includes(id))
  if (common.length > 0) return common.some((id) => !id.includes(' ')) ? 1 : 0.5
  if (left.directory === right.directory) return null
  const directories = new Set(left.ids.flatMap(numberedBy))
  return right.ids.flatMap(numberedBy).some((directory) => directories.has(directory)) ? 0 : null
}

/**
 * A common id counts only if the name or the address agrees: a number may be copied by mistake, or on purpose to
 * join somebody else's place. On the real files this ignores none of 3 625 common ids.
 */
export const isIdIgnored = (left: Comparable, right: Comparable): boolean =>
  left.ids.some((id) => right.ids.includes(id)) &&
  ofNameOrKind(left, right) < 0.5 &&
  (ofAddress(left, right) ?? 0) < 0.5 &&
  (ofDistance(left, right) ?? 0) < 0.5

/** A name without words of its own ("Mairie de Lormes") is a kind of place in a commune. */
function ofNameOrKind(left: Comparable, right: Comparable): number {
  if (left.name.own.length > 0 && right.name.own.length > 0) return inCommon(left.name.own, right.name.own)
  return ofCommune(left, right) === 1 ? (ofKind(left, right) ?? 0) : 0
}

const ofConfirmedIds = (left: Comparable, right: Comparable): number | null =>
  isIdIgnored(left, right) ? null : ofIds(left, right)

const numberedBy = (id: string): readonly string[] => {
  const blank = id.lastIndexOf(' ')
  return blank === -1 ? [] : [id.slice(0, blank)]
}

function ofName({ name: left }: Comparable, { name: right }: Comparable): number | null {
  const silent = Number(left.own.length === 0) + Number(right.own.length === 0)
  if (silent > 0) return silent === 2 ? null : ONE_NAMED
  const common = inCommon(left.own, right.own)
  return common === 0 ? 0 : Math.max(common, ONE_NAMED)
}

/** "Pari Mix'cité" and "PARImix'cité" are the same name. */
const inCommon = (left: readonly string[], right: readonly string[]): number =>
  left.length !== right.length && left.join('') === right.join('') ? 1 : overlap(left, right, rarityOf)

/** "Médiathèque La Bulle" beside "Médiathèque municipale". */
const ONE_NAMED = 0.1

function ofWording(left: Comparable, right: Comparable): number | null {
  const [one, other] = [left.name.rest, right.name.rest]
  if (one.length > 0 && other.length > 0) return inCommon(one, other)
  // "Mairie de Bayeux" and "Commune de Bayeux", but not the town halls of two communes.
  const isSilent = one.length === 0 && other.length === 0
  return isSilent && left.commune !== null && left.commune === right.commune ? 1 : null
}

function ofKind(
  { kinds: left, name: one }: Comparable,
  { kinds: right, name: other }: Comparable
): number | null {
  if (left.length === 0 || right.length === 0) return null
  const both = left.filter((kind) => right.includes(kind))
  if (both.length === 0) return left.some((kind) => right.some((other) => isKindred(kind, other))) ? 0.25 : 0
  if (both.length === left.length && both.length === right.length) return 1
  if (left.includes('school') !== right.includes('school')) return HOSTED
  const isHost = both.every((kind) => HOSTS.has(kind))
  return isHost && (isNamedOtherwise(one.kinds, right) || isNamedOtherwise(other.kinds, left)) ? HOSTED : 0.5
}

/** A service and its host, or the library of a school and that of its village. */
export const HOSTED = 0.3

/** The name says a kind that the other record is not, neither by its name nor according to its directory. */
const isNamedOtherwise = (named: readonly string[], kinds: readonly string[]): boolean =>
  named.some((kind) => !kinds.includes(kind) && !kinds.some((other) => isKindred(kind, other)))

const isKindred = (one: string, other: string): boolean =>
  KINDRED.some((kinds) => kinds.has(one) && kinds.has(other))

function ofBranch(left: Comparable, right: Comparable): number | null {
  // Without a name that says so, it is often the same counter, which one of two lists calls itinerant.
  if (left.mobile !== right.mobile && (left.name.mobile || right.name.mobile)) return 0
  const [one, other] = [left.name, right.name]
  if (one.branch.length === 0 && other.branch.length === 0) return null
  // "Les Deux Rives" and "Les 2 Rives" are not different branches.
  const [mine, theirs] = [hasOwnBranch(one.branch, other), hasOwnBranch(other.branch, one)]
  if (!mine && !theirs) return 1
  return mine && theirs ? 0 : 0.5
}

const hasOwnBranch = (branch: readonly string[], { branch: told, own }: NameWords): boolean =>
  branch.some((word) => !told.includes(word) && !own.includes(word))

/**
 * If the streets have nothing in common, the building may match: "Résidence la Mariélie" is the street in one
 * record and the complement in another.
 */
function ofAddress(left: Comparable, right: Comparable): number | null {
  const street = known(left.street, right.street, ofStreets)
  if (street === null || street >= 0.5) return street
  const [here, there] = [
    known(left.complement, right.street, ofStreets),
    known(left.street, right.complement, ofStreets)
  ]
  return Math.max(street, Math.min(0.5, Math.max(here ?? 0, there ?? 0)))
}

/**
 * The same street counts more with the same number, and less with a different one; the same number alone
 * counts nothing.
 */
function ofStreets(left: StreetWords, right: StreetWords): number {
  const street = overlap(left.words, right.words, rarityOf)
  if (street < 0.5) return 0
  const isSame = street >= 0.9
  if (left.numbers.length === 0 || right.numbers.length === 0) return isSame ? 0.75 : 0.5
  if (left.numbers.some((number) => right.numbers.includes(number))) return isSame ? 1 : 0.75
  return isSame ? 0.5 : 0.25
}

const ofDistance = (left: Comparable, right: Comparable): number | null =>
  known(left.position, right.position, (one, other) => 1 / (1 + metresBetween(one, other) / 100))

function ofCommune(left: Comparable, right: Comparable): number | null {
  if (left.commune !== null && left.commune === right.commune) return 1
  if (left.postcode !== null && left.postcode === right.postcode) return 0.5
  return left.commune === null || right.commune === null ? null : 0
}

function ofAlone(left: Comparable, right: Comparable): number | null {
  if (left.commune === null || left.commune !== right.commune || left.population === null) return null
  let alone: number | null = null
  for (const kind of left.kinds) {
    if (!right.kinds.includes(kind)) continue
    alone = Math.max(alone ?? 0, 1 / (1 + left.population / inhabitantsPerOther(kind)))
  }
  return alone
}

/** The first nine digits identify the organisation, the others one of its establishments. */
const ofSiret = (left: string | null, right: string | null): number | null =>
  known(left, right, (one, other) => {
    if (one === other) return 1
    return one.slice(0, 9) === other.slice(0, 9) ? 0.25 : 0
  })

function ofLists(
  left: readonly string[],
  right: readonly string[],
  partOf: (value: string) => string,
  shared: ReadonlySet<string>
): number | null {
  if (left.length === 0 || right.length === 0) return null
  if (left.some((value) => right.includes(value) && !shared.has(value))) return 1
  const parts = new Set(right.map(partOf))
  return left.some((value) => parts.has(partOf(value)) && !shared.has(partOf(value))) ? 0.5 : 0
}

/**
 * A place with a page on Facebook may also have a site: two pages there are compared, but a page is not
 * compared with a site.
 */
function ofSites(left: readonly string[], right: readonly string[]): number | null {
  if (left.some((site) => right.includes(site) && !SHARED_HOSTS.has(site))) return 1
  return ofLists(left.filter(isOwn), right.filter(isOwn), hostOf, SHARED_HOSTS)
}

const isOwn = (site: string): boolean => !SHARED_HOSTS.has(site.split('/')[0] ?? '')

const domainOf = (email: string): string => email.slice(email.indexOf('@') + 1)
/** `nicephorelabs.fr` and `nicephorelabs.com` count as the same host. */
const hostOf = (site: string): string =>
  (site.split('/')[0] ?? '').replace(/\.(?:fr|com|org|net|eu|info)$/, '')
