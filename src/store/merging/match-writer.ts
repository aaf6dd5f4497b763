import type { RowPair } from '../../domain/matching/pairs.ts'
import type { Listing, MatchWriter } from '../../domain/merging/match-writer.ts'
import type { Publishing } from '../../domain/publishing/publishing.ts'
import type { Database } from '../db/database.ts'
import type { Writing } from '../writing/place-writer.ts'
import { publishing } from '../writing/publishing.ts'
import * as compare from './match-compare.sql.ts'
import { mergeWriter } from './merge-writer.ts'

export const matchPublishing = (database: Pick<Database, 'batch'>): Publishing<MatchWriter> =>
  publishing(database, matchWriter, { many: true })

export async function matchWriter(writing: Writing): Promise<MatchWriter> {
  const { runner } = writing
  for (const statement of compare.matchListsOpen()) await runner.query(statement)
  // The position of the last record that is listed as due; each call appends further records.
  let last = 0
  return {
    ...(await mergeWriter(writing)),
    forgetRules: async () => {
      await runner.query(compare.matchForgetRules())
    },
    renew: async (rules) => {
      await runner.query(compare.matchRenew(rules))
    },
    listDue: async (most) => {
      const after = last
      last += (await runner.query(compare.matchListDue(most))).rowCount ?? 0
      return { after, last }
    },
    listed: async (stretch) => {
      const { rows } = await runner.query<{ record: number }>(compare.matchListed(stretch))
      return rows.map(({ record }) => record)
    },
    takeDue: async (rows) => {
      await runner.query(compare.matchTakeDue(rows))
    },
    putLookups: async (lookups, crowds) => {
      if (lookups.length > 0) await runner.query(compare.matchPutLookups(lookups, crowds))
    },
    candidates: async (rows, crowds) =>
      (await runner.query<RowPair>(compare.matchCandidates(rows, crowds))).rows,
    forgetPairs: async (rows) => {
      await runner.query(compare.matchForgetPairs(rows))
    },
    putPairs: async (pairs) => {
      if (pairs.length > 0) await runner.query(compare.matchPutPairs(pairs))
    },
    touched: async (after, limit) => (await runner.query<Listing>(compare.matchTouched(after, limit))).rows,
    settled: async (rows) => {
      await runner.query(compare.matchSettled(rows))
    }
  }
}
