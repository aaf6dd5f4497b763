import { deciding } from '../matching/cluster.ts'
import type { Company } from '../matching/companies.ts'
import type { DecidedPair, ScoredPair } from '../matching/pairs.ts'
import { pagesOf } from './comparable-cache.ts'
import type { MergeWriter } from './merge-writer.ts'

/**
 * All records that are connected with the given records by a chain of pairs. Only pairs judged to be the same place
 * connect records; a pair left for review does not.
 */
export async function companyOf(writer: MergeWriter, rows: readonly number[]): Promise<Company> {
  const members = new Set(rows)
  const pairs = new Map<string, ScoredPair>()
  const decisions = new Map<string, DecidedPair>()
  let next = rows
  while (next.length > 0) {
    const found: number[] = []
    for (const page of pagesOf(next)) {
      const [asked, decided] = await Promise.all([writer.pairsOf(page), writer.decisionsOf(page)])
      for (const pair of asked) pairs.set(`${pair.one} ${pair.other}`, pair)
      for (const pair of decided) decisions.set(`${pair.one} ${pair.other}`, pair)
      for (const { one, other, same } of [...asked, ...decided]) {
        for (const row of same ? [one, other] : []) {
          if (!members.has(row)) found.push(row)
          members.add(row)
        }
      }
    }
    next = found
  }
  const judged = { pairs: deciding([...pairs.values()]), decisions: [...decisions.values()] }
  const ends = [...judged.pairs, ...judged.decisions].flatMap(({ one, other }) => [one, other])
  return { members, compared: [...new Set([...members, ...ends])], ...judged }
}
