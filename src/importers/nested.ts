/** Records of places are nested 5 levels deep; functions that call themselves for each level fail at some thousands. */
const DEEPEST = 32
/** The longest real record, a place of data.inclusion, has 100 values. A megabyte of `[],` would have 300 000. */
export const MOST_VALUES = 20_000
/** Values that are kept of a record with more than `MOST_VALUES`, because its id is among the first of them. */
export const MOST_KEPT = 1_000

/** Counts down over all values of a record. */
type ValuesLeft = { values: number }

const allValues = (): ValuesLeft => ({ values: MOST_VALUES })
export const keptValues = (): ValuesLeft => ({ values: MOST_KEPT })

const TOO_MANY = `has more than ${MOST_VALUES} values`
const TOO_DEEP = `has a value that is nested more than ${DEEPEST} levels deep`

/** What is wrong with an object that has this many values and levels; null if nothing is. */
export const excessOfSize = (values: number, levels: number): string | null =>
  levels > DEEPEST ? TOO_DEEP : values > MOST_VALUES ? TOO_MANY : null

/** What is wrong with a value that JSON may hold but no record does; null if nothing is. */
export function excessOf(value: unknown, left = allValues(), levels = DEEPEST): string | null {
  if (typeof value !== 'object' || value === null) return null
  if (levels === 0) return TOO_DEEP
  for (const each of Object.values(value)) {
    if (left.values-- <= 0) return TOO_MANY
    const excess = excessOf(each, left, levels - 1)
    if (excess !== null) return excess
  }
  return null
}
