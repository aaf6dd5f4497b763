import type { Runner } from '../db/sql.ts'
import type { CodeQuery } from './code-query.ts'
import { codeStatistics } from './code-statistics.sql.ts'

/**
 * How common codes are, according to the planner's statistics. Each ANALYZE refreshes them, and reading them costs
 * nothing.
 */
export type CodeFrequencies = {
  /** Approximate number of active places. */
  readonly places: number
  /** Share of places that have the code, from 0 to 1. A code that is too rare for the statistics counts as absent. */
  readonly share: (termId: number) => number
}

type Row = {
  readonly places: number
  readonly codes: readonly number[] | null
  readonly shares: readonly number[] | null
}

export async function readCodeFrequencies(runner: Runner): Promise<CodeFrequencies> {
  const { rows } = await runner.query<Row>(codeStatistics())
  const [row] = rows
  // Before the first ANALYZE, every code counts as common, which is right because the table is still small.
  if (!row?.codes || !row.shares) return { places: row?.places ?? 0, share: () => 1 }
  const { shares } = row
  const known = new Map(row.codes.map((code, index) => [code, shares[index] ?? 0]))
  return { places: row.places, share: (termId) => known.get(termId) ?? 0 }
}

/** Estimated share of places that meet all demands, assuming that the demands are independent of each other. */
export function shareOf(query: CodeQuery | null, { share }: CodeFrequencies): number {
  return (query?.demands ?? []).reduce(
    (product, alternatives) =>
      product *
      Math.min(
        1,
        alternatives.reduce((sum, id) => sum + share(id), 0)
      ),
    1
  )
}
