import type { RowPair } from '../matching/pairs.ts'

/** All pairs of two of the rows. */
export const pairsAmong = (rows: readonly number[]): readonly RowPair[] => {
  const sorted = rows.toSorted((one, other) => one - other)
  return sorted.flatMap((one, index) => sorted.slice(index + 1).map((other) => ({ one, other })))
}
