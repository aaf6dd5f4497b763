import { type Comparable, isTwin, wereListedTogether } from './comparable.ts'
import {
  hasCommonIdentifier,
  isDoubtful,
  isHostAndGuest,
  NEXT_TO,
  WITHIN_25_M,
  WITHIN_75_M,
  WITHIN_500_M
} from './doubt.ts'
import { type Evidence, type EvidenceName, evidenceOf, ONE_NAMED } from './evidence.ts'
import { COUNTED_ONCE, EVIDENCE_NAMES, LEVELS, levelOf } from './levels.ts'
import { HOSTS } from './matching-lexicon.ts'
import { isOnePlace } from './one-place.ts'
import { BIAS, REVIEW, SAME, UNKNOWN, WEIGHTS } from './weights.ts'

/** `unasked`: too unlike to ask people about, but not so different that the two may not stand in one place. */
export type Verdict = 'same' | 'review' | 'unasked' | 'different'

type Reason = {
  readonly evidence: EvidenceName
  readonly value: number
  /** Wording of the level, such as "within 25 m". */
  readonly level: string
  /**
   * Contribution to the log-odds: above 0 for the same place, below 0 against it. It is 0 if only the strongest of
   * several related pieces of evidence counts, and this is not the strongest.
   */
  readonly weight: number
}

export type Decision = {
  readonly verdict: Verdict
  /** Log-odds that the two records describe the same place. */
  readonly score: number
}

export type Explained = Decision & {
  readonly probability: number
  /** Strongest reason first; evidence that did not apply is left out. */
  readonly reasons: readonly Reason[]
}

/**
 * The sum of the weights. Missing evidence adds the value that is usual for pairs without it: two records without a
 * street and a position became candidates for other reasons than two neighbours.
 */
function scoreOf(evidence: Evidence): number {
  let [score, most, least] = [BIAS, 0, 0]
  for (const name of EVIDENCE_NAMES) {
    const level = levelOf(name, evidence)
    if (level === null) {
      score += UNKNOWN[name] ?? 0
      continue
    }
    const weight = WEIGHTS[name][level] ?? 0
    if (!COUNTED_ONCE.has(name)) score += weight
    else if (weight > most) most = weight
    else if (weight < least) least = weight
  }
  return score + most + least
}

export function decide(left: Comparable, right: Comparable): Decision {
  const evidence = evidenceOf(left, right)
  const score = scoreOf(evidence)
  if (isTwin(left, right)) return { verdict: 'same', score }
  if (wereListedTogether(left, right)) return { verdict: withinOne(left, right, evidence, score), score }
  return { verdict: acrossLists(left, right, evidence, score), score }
}

function acrossLists(left: Comparable, right: Comparable, evidence: Evidence, score: number): Verdict {
  if (score >= SAME && !isDoubtful(evidence)) return 'same'
  if (isOnePlace(left, right, evidence, score)) return 'same'
  if (score < REVIEW)
    return hasMoved(evidence) ? 'review' : isOnlyNamedOtherwise(evidence) ? 'unasked' : 'different'
  return isWorthAsking(evidence, score) ? 'review' : 'unasked'
}

/**
 * Whether nothing but the name speaks against one place, because one of the two gives no address: "Centre social du
 * Roule" is listed by a third record as the building "La Bâtisse", with the same phone at the same door.
 */
const isOnlyNamedOtherwise = (evidence: Evidence): boolean =>
  evidence.address === null &&
  evidence.commune === 1 &&
  !isDoubtful(evidence) &&
  (evidence.quarter ?? 1) > 0 &&
  [evidence.siret, evidence.rna, evidence.phone].every((value) => (value ?? 1) > 0.25)

/**
 * The same name, phone and organisation in two streets of one commune: an association that moved, listed at its old and
 * its new address, or two of its places. Only people can tell.
 */
const hasMoved = ({ name, commune, siret, phone }: Evidence): boolean =>
  (name ?? 0) >= 0.9 && commune === 1 && phone === 1 && (siret ?? 0) >= 0.25

/** Minimum score of a question about two records without an identifier in common: below, none of 10 labelled pairs is one place. */
const REVIEW_UNCONFIRMED = -0.5

/**
 * Whether a person could answer "one place". Two bodies in one building, or two of a kind in one town, that have
 * neither words of their names nor an identifier in common are nearly always two: of the labelled pairs that this
 * leaves out, 1 of 6 is one place, which could often be told only by going there. So are two of a name in other streets,
 * more than 1.5 km apart. The only two of a kind in a small town are asked.
 */
function isWorthAsking(evidence: Evidence, score: number): boolean {
  const { name, kind, alone, address, distance } = evidence
  if ((evidence.id ?? 0) > 0) return true
  if (isHostAndGuest(evidence)) return evidence.email === 1
  if (hasCommonIdentifier(evidence)) return true
  if (score < REVIEW_UNCONFIRMED) return false
  const isOfOneKind = (kind ?? 0) >= 0.5
  if (isOfOneKind && (alone ?? 0) >= 0.9) return true
  if (address !== null && address < 0.5 && distance !== null && distance < NEXT_TO) return false
  if (name === null || name >= 0.5) return true
  return isOfOneKind && ((address ?? 0) >= 0.75 || (name === ONE_NAMED && address === null))
}

/**
 * If a directory gives two records an id each, it mostly considers them two places: two services at one counter, two
 * stops of one bus. Lists of advisers and forms have one id for each adviser or form. So the name and the door must
 * agree, or the place clearly be entered twice. If the name or the door alone agrees, people are asked; for all others,
 * the directory is believed. Of the labelled pairs of one directory that this joins, all 62 are the same
 * place.
 */
function withinOne(left: Comparable, right: Comparable, evidence: Evidence, score: number): Verdict {
  if (score < SAME || evidence.commune !== 1) return 'different'
  const isNamed = isSameName(evidence) || isOnlyOfItsKindThere(left, right, evidence)
  const isThere = isOneDoor(evidence)
  if (isNamed && isThere && !isDoubtful(evidence)) return 'same'
  const isBranch = evidence.branch === 0 || isHostAndGuest(evidence)
  const isAsked = isThere
    ? (evidence.name ?? 1) >= SIMILAR || evidence.phone === 1 || evidence.email === 1
    : isNamed && hasCommonIdentifier(evidence)
  return isAsked && !isBranch ? 'review' : 'different'
}

/** Services at one counter have names of their own, or at least numbers. */
const isSameName = ({ name, siret, rna, phone }: Evidence): boolean =>
  name === null ||
  name >= 0.9 ||
  (name >= SIMILAR && [siret, rna, phone].every((value) => value === null || value > 0.25))

const SIMILAR = 0.6

/** "Centre social" and "Centre social Vanpoulle" at one door, but not a town hall and a service inside it. */
const isOnlyOfItsKindThere = (
  { kinds }: Comparable,
  other: Comparable,
  { name, address, distance }: Evidence
): boolean =>
  name === ONE_NAMED &&
  (address === 1 || (address === 0.75 && distance !== null && distance >= WITHIN_25_M)) &&
  kinds.some((kind) => !HOSTS.has(kind) && other.kinds.includes(kind))

/**
 * The same street and number, whatever geocoders make of them; the same street nearby; or, if they write their
 * address differently, 25 m from each other, or 75 m and the same phone or e-mail.
 */
const isOneDoor = ({ address, distance, phone, email }: Evidence): boolean =>
  address === 1 ||
  ((address ?? 0) >= 0.75 && (distance === null || distance >= WITHIN_500_M)) ||
  (distance !== null && distance >= WITHIN_75_M && (phone === 1 || email === 1)) ||
  (address === null && distance !== null && distance >= WITHIN_25_M)

export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score))

/** The decision about two records with its reasons. */
export function explain(left: Comparable, right: Comparable): Explained {
  const evidence = evidenceOf(left, right)
  const all = EVIDENCE_NAMES.flatMap((name): readonly Reason[] => {
    const [value, level] = [evidence[name], levelOf(name, evidence)]
    if (value === null || level === null) return []
    const [label, weight] = [LEVELS[name][level]?.[1] ?? '', WEIGHTS[name][level] ?? 0]
    return [{ evidence: name, value, level: label, weight }]
  })
  const once = all.filter((reason) => COUNTED_ONCE.has(reason.evidence)).toSorted(byWeight)
  const counted = new Set([once.find(({ weight }) => weight > 0), once.findLast(({ weight }) => weight < 0)])
  const reasons = all.map((reason) =>
    COUNTED_ONCE.has(reason.evidence) && !counted.has(reason) ? { ...reason, weight: 0 } : reason
  )
  const decision = decide(left, right)
  return {
    ...decision,
    probability: probabilityOf(decision.score),
    reasons: reasons.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
  }
}

const byWeight = (one: Reason, other: Reason): number => other.weight - one.weight
