import type { Comparable } from '../../src/domain/matching/comparable.ts'
import { candidatePairs } from './candidates.ts'
import type { RecordFields } from './files.ts'

/** A record for which the truth is known: records with equal `truth` describe the same place. */
export type Known = {
  readonly record: Comparable
  readonly truth: string
  readonly department: string
  /** The content as written by the directory, for rules that read it differently. */
  readonly fields: RecordFields
}

export type TwoLists = { readonly left: readonly Known[]; readonly right: readonly Known[] }

export type LabelledPair = {
  readonly left: Comparable
  readonly right: Comparable
  readonly fields: readonly [RecordFields, RecordFields]
  readonly same: boolean
  readonly department: string
}

/**
 * Whether a département is used for fitting; the others are used for measuring. The pairs are split by département,
 * so that no town is in both halves.
 */
export function isForFitting(department: string): boolean {
  let sum = 0
  for (const letter of department) sum += letter.charCodeAt(0)
  return sum % 2 === 1
}

export const half = ({ left, right }: TwoLists, forFitting: boolean): TwoLists => ({
  left: left.filter(({ department }) => isForFitting(department) === forFitting),
  right: right.filter(({ department }) => isForFitting(department) === forFitting)
})

/** All candidate pairs between two lists, and within each list, whose records all describe different places. */
export function labelledPairs({ left, right }: TwoLists): readonly LabelledPair[] {
  const known = new Map([...left, ...right].map((each) => [each.record, each]))
  const isSettled = settledBy({ left, right })
  const labelled = ([one, other]: readonly [Comparable, Comparable]): LabelledPair => ({
    left: one,
    right: other,
    fields: [fieldsFrom(known, one), fieldsFrom(known, other)],
    same: known.get(one)?.truth === known.get(other)?.truth,
    department: known.get(one)?.department ?? ''
  })
  return candidatePairs([...left, ...right].map(({ record }) => record))
    .filter(([one, other]) => isSettled(one, other))
    .map(labelled)
}

/**
 * Returns a function that tells whether the keys of two records decide if they are one place. They do not if the
 * other list lacks one of the keys, because a place may have got a new key, or may have had two.
 */
export function settledBy(lists: TwoLists): (one: Comparable, other: Comparable) => boolean {
  const isLacking = lackingIn(lists)
  return (one, other) => one.directory === other.directory || !(isLacking(one) || isLacking(other))
}

/** Whether the other list lacks the key of a record. */
export function lackingIn({ left, right }: TwoLists): (record: Comparable) => boolean {
  const keys = (list: readonly Known[]) => new Set(list.map(({ truth }) => truth))
  const [ofLeft, ofRight] = [keys(left), keys(right)]
  const lacking = new Set(
    [...left, ...right].flatMap(({ record, truth }) =>
      ofLeft.has(truth) && ofRight.has(truth) ? [] : [record]
    )
  )
  return (record) => lacking.has(record)
}

function fieldsFrom(known: ReadonlyMap<Comparable, Known>, record: Comparable): RecordFields {
  const found = known.get(record)
  if (found === undefined) throw new RangeError(`Nothing is known of ${record.key}.`)
  return found.fields
}
