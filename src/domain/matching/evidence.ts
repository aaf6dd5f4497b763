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
  /**
   * The words of the names, except words for the kind and the town. 1 if neither name has other words and both
   * records are in the same commune.
   */
  readonly name: number | null
  /** Words that distinguish one of several places: numbers, "annexe", "nord". */
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
   * 1 if both records have the same worldwide id. If both have a number in the same directory: 0.5 if the numbers are
   * the same, 0 if they differ.
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
  const address = ofAddress(left, right)
  return {
    name: ofName(left, right, address),
    wording: ofWording(left, right),
    kind: ofKind(left, right),
    branch: ofBranch(left, right),
    address,
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

/**
 * Compares the distinctive words of the names. A name without such words ("Mairie de Lormes") says only the kind of
 * place and the commune, so these are compared instead.
 */
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

function ofName(one: Comparable, other: Comparable, address: number | null): number | null {
  const [left, right] = [one.name, other.name]
  const silent = Number(left.own.length === 0) + Number(right.own.length === 0)
  if (silent === 2) return null
  const isShort =
    address === 1 &&
    !isServiceBeside(one.kinds, other.kinds) &&
    (isShortFor(left, right) || isShortFor(right, left))
  const short = isShort ? SHORT_FORM : 0
  if (silent === 1) return Math.max(short, ONE_NAMED)
  const common = Math.max(
    short,
    ...[inCommon(left.own, right.own), ofInitials(left, right), ofInitials(right, left)]
  )
  return common === 0 ? 0 : Math.max(common, ONE_NAMED)
}

/**
 * "CCVG" is "Communauté de communes Vienne et Gartempe", "UDAF65" an "Union dép. des associations familiales": the
 * initials of all words of the other name, alone or beside others.
 */
function ofInitials({ own }: NameWords, { all }: NameWords): number {
  if (all.length < 3) return 0
  const initials = all.map((word) => word[0]).join('')
  if (!own.some((word) => word.replace(/\d+$/, '') === initials)) return 0
  return own.length === 1 ? 1 : 0.5
}

/**
 * At one street and number, also the initials of three words in a row: "MDPH de l'Aisne" and "GIP maison dép. personnes
 * handicapées". In other streets, three letters would fit too many names. With more than one word beside them, as in
 * "AMSAM - Hébergement Le Bon Coin", the initials are of the association that runs the place, and a France services is
 * beside its host.
 */
const isShortFor = ({ own }: NameWords, { all }: NameWords): boolean => {
  if (own.length > 2) return false
  const initials = all.map((word) => word[0]).join('')
  return own.some((word) => {
    const letters = /^([a-z]{3,})\d*$/.exec(word)?.[1]
    return letters !== undefined && initials.includes(letters) && !all.includes(letters)
  })
}

const SHORT_FORM = 0.5

/** "Pari Mix'cité" and "PARImix'cité" are the same name, "rue Léon Olphe" and "rue Leonolphe" the same street. */
const inCommon = (left: readonly string[], right: readonly string[]): number =>
  left.length !== right.length && left.join('') === right.join('') ? 1 : overlap(left, right, rarityOf)

/**
 * The evidence if only one of the names has distinctive words: "Médiathèque La Bulle" beside "Médiathèque
 * municipale".
 */
export const ONE_NAMED = 0.1

function ofWording(left: Comparable, right: Comparable): number | null {
  const [one, other] = [left.name.rest, right.name.rest]
  if (one.length > 0 && other.length > 0) return inCommon(one, other)
  // Names without other words agree if the places are in the same commune: "Mairie de Bayeux" and "Commune de
  // Bayeux". The town halls of two communes do not agree.
  const isSilent = one.length === 0 && other.length === 0
  return isSilent && left.commune !== null && left.commune === right.commune ? 1 : null
}

function ofKind(
  { kinds: left, name: one }: Comparable,
  { kinds: right, name: other }: Comparable
): number | null {
  if (left.length === 0 || right.length === 0) return null
  const both = left.filter((kind) => right.includes(kind))
  if (both.length === 0) {
    if (!left.some((kind) => right.some((other) => isKindred(kind, other)))) return 0
    // "France services - Centre social Brassens" and "Maison pour tous Brassens".
    return isServiceBeside(left, right) ? HOSTED : 0.25
  }
  if (both.length === left.length && both.length === right.length) return 1
  if (left.includes('school') !== right.includes('school')) return HOSTED
  const isHost = both.every((kind) => HOSTS.has(kind))
  return isHost && (isNamedOtherwise(one.kinds, right) || isNamedOtherwise(other.kinds, left)) ? HOSTED : 0.5
}

/** Whether only one of two records is a France services, which may stand inside the other. */
const isServiceBeside = (left: readonly string[], right: readonly string[]): boolean =>
  left.includes('france-services') !== right.includes('france-services')

/**
 * The evidence of the kinds for a service and its host, or for the library of a school and the library of its
 * village.
 */
export const HOSTED = 0.3

/**
 * Whether a name says a kind that the other record does not have, neither by its name nor according to its directory.
 */
const isNamedOtherwise = (named: readonly string[], kinds: readonly string[]): boolean =>
  named.some((kind) => !kinds.includes(kind) && !kinds.some((other) => isKindred(kind, other)))

const isKindred = (one: string, other: string): boolean =>
  KINDRED.some((kinds) => kinds.has(one) && kinds.has(other))

function ofBranch(left: Comparable, right: Comparable): number | null {
  // A place and a bus are different only if a name says so. Otherwise it is often the same counter, which only one of
  // the two directories calls itinerant.
  if (left.mobile !== right.mobile && (left.name.mobile || right.name.mobile)) return 0
  const [one, other] = [left.name, right.name]
  if (one.branch.length === 0 && other.branch.length === 0) return null
  // "26 FK" is "26FK", not its number 26.
  if (one.all.join('') === other.all.join('')) return 1
  // "Les Deux Rives" and "Les 2 Rives" are not different branches.
  const [mine, theirs] = [hasOwnBranch(one.branch, other), hasOwnBranch(other.branch, one)]
  if (!mine && !theirs) return 1
  return mine && theirs ? 0 : 0.5
}

const hasOwnBranch = (branch: readonly string[], { branch: told, all }: NameWords): boolean =>
  branch.some((word) => !told.includes(word) && !all.includes(word))

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
 * Compares two streets. The same street counts more with the same number, and less with a different number. The same
 * number in another street does not count.
 */
function ofStreets(left: StreetWords, right: StreetWords): number {
  const isSameNumber = left.numbers.some((number) => right.numbers.includes(number))
  const street = isSameNumber && isPartOfOther(left, right) ? 1 : inCommon(left.words, right.words)
  if (street < 0.5) return 0
  const isSame = street >= 0.9
  if (left.numbers.length === 0 || right.numbers.length === 0) return isSame ? 0.75 : 0.5
  if (isSameNumber) return isSame ? 1 : 0.75
  return isSame ? 0.5 : 0.25
}

/** "14 chemin du ruisseau Mirabeau" and "14 chemin du ruisseau Mirabeau, CHRS École Saint-Louis". */
function isPartOfOther({ words: left }: StreetWords, { words: right }: StreetWords): boolean {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left]
  return few.length > 1 && few.every((word) => many.includes(word))
}

/**
 * Two positions in one commune that are further apart than it is wide are no evidence: one of them is wrong, as are
 * some 50 km in one regional list. Arles, the largest commune, is 40 km wide; 95 of 100 are less than 10 km wide.
 */
const ACROSS_A_COMMUNE = 20_000

function ofDistance(left: Comparable, right: Comparable): number | null {
  if (left.position === null || right.position === null) return null
  const metres = metresBetween(left.position, right.position)
  if (metres > ACROSS_A_COMMUNE && ofCommune(left, right) === 1) return null
  return 1 / (1 + metres / 100)
}

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

/** The first nine digits of a SIRET identify the organisation, the others one of its establishments. */
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
 * Compares the sites of two records. A place with a page on Facebook may also have a site of its own, so two pages on
 * Facebook are compared, but a page there is not compared with a site.
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
