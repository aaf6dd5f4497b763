import { type Evidence, HOSTED } from './evidence.ts'

/** The distance evidence for 25 m, 75 m, 500 m and 1.5 km. */
export const [WITHIN_25_M, WITHIN_75_M, WITHIN_500_M, NEXT_TO] = [1 / 1.25, 1 / 1.75, 1 / 6, 1 / 16]

/** The distance evidence for 200 m. */
const NEXT_DOOR = 1 / 3

/** France services and the town hall in which it stands are two places, even with one phone and one SIRET. */
export const isHostAndGuest = ({ kind, name }: Evidence): boolean =>
  kind === HOSTED || (kind === 0 && (name === null || name < 0.9))

export const hasCommonIdentifier = ({ siret, rna, phone, email, site }: Evidence): boolean =>
  [siret, rna, phone, email, site].includes(1)

/**
 * Whether people should decide about a pair, however much else agrees: a place is not the same as its branch, its
 * host or the house next to it, and two places of one association may have the same name, phone and even street. No
 * review is needed if the records have an id in common.
 */
export const isDoubtful = (evidence: Evidence): boolean =>
  (evidence.id ?? 0) === 0 && (isAnother(evidence) || isElsewhere(evidence))

/** Whether the records are of different kinds, or only one of them is a branch. */
const isAnother = (evidence: Evidence): boolean => evidence.kind === 0 || isHostedOrBranch(evidence)

/** Whether one record is a service beside the other, or only one of them is a branch. */
export const isHostedOrBranch = ({ kind, branch }: Evidence): boolean =>
  kind === HOSTED || (branch !== null && branch < 1)

/**
 * Whether the records are in different communes or streets, without evidence that they are near each other: the same
 * name and phone may belong to one association with two places, or to a record with the address of its head office.
 */
const isElsewhere = ({ commune, address, distance }: Evidence): boolean =>
  (commune === 0 && (distance ?? 0) < NEXT_DOOR) || (address === 0 && distance !== null && distance < NEXT_TO)
