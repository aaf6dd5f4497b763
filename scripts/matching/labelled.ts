import type { Comparable } from '../../src/domain/matching/comparable.ts'
import { candidatePairs } from './candidates.ts'
import type { RecordFields } from './files.ts'

/** A record with its truth: records with the same truth describe the same place. */
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

/** Splits by département, so that no town is in both halves: one is for fitting, the other for measuring. */
export function isForFitting(department: string): boolean {
  let sum = 0
  for (const letter of department) sum += letter.charCodeAt(0)
  return sum % 2 === 1
}

export const half = ({ left, right }: TwoLists, forFitting: boolean): TwoLists => ({
  left: left.filter(({ department }) => isForFitting(department) === forFitting),
  right: right.filter(({ department }) => isForFitting(department) === forFitting)
})

/**
 * All candidate pairs between two lists, and within each list, where all records are different.
 */
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
 * Whether the keys of two lists tell if two of their records are one place. They do not if the other list lacks
 * one of the keys: a place may have got a new key, or had two.
 */
export function settledBy({ left, right }: TwoLists): (one: Comparable, other: Comparable) => boolean {
  const keys = (list: readonly Known[]) => new Set(list.map(({ truth }) => truth))
  const [ofLeft, ofRight] = [keys(left), keys(right)]
  const lacking = new Set(
    [...left, ...right].flatMap(({ record, truth }) =>
      ofLeft.has(truth) && ofRight.has(truth) ? [] : [record]
    )
  )
  return (one, other) => one.directory === other.directory || !(lacking.has(one) || lacking.has(other))
}

function fieldsFrom(known: ReadonlyMap<Comparable, Known>, record: Comparable): RecordFields {
  const found = known.get(record)
  if (found === undefined) throw new RangeError(`Nothing is known of ${record.key}.`)
  return found.fields
}
