// Pairs that are one place although the sum of their weights, or a difference that usually makes a question, does not
// say so. Each rule is about a kind of record that several lists have, and was counted on the real files.
import type { Comparable } from './comparable.ts'
import { isDoubtful, isHostedOrBranch } from './doubt.ts'
import type { Evidence } from './evidence.ts'
import { HOSTS } from './matching-lexicon.ts'

export const isOnePlace = (left: Comparable, right: Comparable, evidence: Evidence, score: number): boolean =>
  isNamedAlike(evidence, score) ||
  isNamedWithin(left, right, evidence, score) ||
  isOneEstablishment(left, right, evidence) ||
  isEstablishmentAtItsDoor(left, right, evidence) ||
  isAnsweredAtOneDoor(left, right, evidence)

/**
 * Minimum score of two records with the same proper name in one commune, if one gives no address. Of 38 such pairs of
 * the real files from 0.3 to 1, 36 were the same place, and two were services beside it.
 */
const NAMED_ALIKE = 0.3

const isNamedAlike = (evidence: Evidence, score: number): boolean =>
  score >= NAMED_ALIKE &&
  isSameName(evidence) &&
  evidence.commune === 1 &&
  evidence.address === null &&
  !isDoubtful(evidence)

/**
 * "Centre social Mosaïque" and "Association des usagers du centre social Mosaïque", if one gives no address. "A.
 * Sarrazin" may be of any first name.
 */
const isNamedWithin = (left: Comparable, right: Comparable, evidence: Evidence, score: number): boolean =>
  score >= 0 &&
  evidence.commune === 1 &&
  evidence.address === null &&
  (evidence.kind ?? 0) >= 0.5 &&
  isWithin(left.name.own, right.name.own) &&
  !INITIAL.test(left.written) &&
  !INITIAL.test(right.written) &&
  !isDoubtful(evidence)

const INITIAL = /(?<!\p{L}|\p{L}\.)\p{L}\. ?\p{L}{2}/u

/** Whether one of two lists of words has all the words of the other. */
function isWithin(left: readonly string[], right: readonly string[]): boolean {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left]
  return few.length > 0 && few.every((word) => many.includes(word))
}

/**
 * The same proper name in two streets of one commune, with the SIRET of one establishment, or two contacts: one list
 * has the address of the seat, or the former one. A public body uses one SIRET for all its buildings.
 */
const isOneEstablishment = (left: Comparable, right: Comparable, evidence: Evidence): boolean =>
  isSameName(evidence) &&
  evidence.commune === 1 &&
  evidence.quarter !== 0 &&
  isOneKind(left, right, evidence) &&
  ((evidence.siret === 1 && !isOfPublicBody(left)) || contactsInCommon(evidence) >= 2)

/**
 * The SIRET of a private body at one number of a street, under any names: "UDAF 24" and "Union départementale des
 * associations familiales". A SIRET stands for one body at one address. Of 29 such pairs that were questions on the real
 * files, 28 were one place, and one was a library and the association of its friends. If a name has the name of a site,
 * the address may be that of the seat, and a France services may have the SIRET of its host, so people are asked.
 */
const isEstablishmentAtItsDoor = (left: Comparable, right: Comparable, evidence: Evidence): boolean =>
  evidence.siret === 1 &&
  evidence.address === 1 &&
  evidence.commune !== 0 &&
  !isOfPublicBody(left) &&
  isOneKind(left, right, evidence)

/** The numbers of public bodies begin with 1 or 2. */
const isOfPublicBody = ({ siret }: Comparable): boolean => /^[12]/.test(siret ?? '')

/**
 * One phone and one mailbox or site at one number of a street: an association and the place that it runs, under two
 * names. A town hall shares its contacts with its library, and a host with the service inside it, so those are left
 * to people.
 */
const isAnsweredAtOneDoor = (left: Comparable, right: Comparable, evidence: Evidence): boolean =>
  evidence.address === 1 &&
  evidence.commune === 1 &&
  isOneKind(left, right, evidence) &&
  evidence.phone === 1 &&
  (evidence.siret ?? 1) > 0.25 &&
  contactsInCommon(evidence) >= 2

const isSameName = ({ name }: Evidence): boolean => (name ?? 0) >= 0.9

const contactsInCommon = ({ phone, email, site }: Evidence): number =>
  [phone, email, site].filter((value) => value === 1).length

/**
 * Whether no kind keeps two records apart: they share one, or one has none, or a directory types differently what at
 * most one of the two names says. A host, and a France services beside another place, are kept apart.
 */
function isOneKind(left: Comparable, right: Comparable, evidence: Evidence): boolean {
  if (isHostedOrBranch(evidence)) return false
  if ((evidence.kind ?? 0) >= 0.5) return true
  if (left.kinds.some(isHostOrGuest) || right.kinds.some(isHostOrGuest)) return false
  return evidence.kind !== 0 || left.name.kinds.length === 0 || right.name.kinds.length === 0
}

const isHostOrGuest = (kind: string): boolean => HOSTS.has(kind) || kind === 'france-services'
