import t from 'tap'
import { v7 as uuid } from 'uuid'
import { CROWDS } from '../../../src/domain/matching/pair-keys.ts'
import { writingByIndex } from '../../../src/store/db/index-hints.sql.ts'
import type { Sql } from '../../../src/store/db/sql.ts'
import { inTransaction } from '../../../src/store/db/transaction.ts'
import { withoutIndexes } from '../../../src/store/db/without-indexes.ts'
import * as compare from '../../../src/store/merging/match-compare.sql.ts'
import { placePut } from '../../../src/store/writing/place-write.sql.ts'
import { recordsOfPlaces } from '../../../src/store/writing/records-of-places.sql.ts'
import { testDatabase } from '../../support/database.ts'

const { batch } = await testDatabase(t)

/** The ids of one page, as many as one query contains. */
const ROWS = Array.from({ length: 500 }, (_, index) => index + 1)
const PLACES = ROWS.map(() => uuid())

/**
 * The indexes that a plan reads in full, without a condition. Temporary tables and the table of sources are left
 * out, because their indexes are short.
 */
const indexesReadWhole = (plan: string): readonly string[] =>
  plan
    .split('->')
    .filter((node) => /Index (?:Only )?Scan using/.test(node) && !node.includes('Index Cond'))
    .map((node) => /using (\w+)/.exec(node)?.[1] ?? '')
    .filter((index) => !index.startsWith('match_touched') && index !== 'source_pkey')

t.test('the paged queries of an import do not scan whole tables, even without statistics', async (t) => {
  const statements: Readonly<Record<string, Sql>> = {
    'places to write': placePut({ rows: '[]', known: PLACES, labels: [] }),
    'records of places': recordsOfPlaces(PLACES),
    'records to compare': compare.matchCompared(ROWS),
    'where records stand': compare.matchStandings(ROWS),
    'records that were touched': compare.matchTouched(0, 500),
    'no longer due': compare.matchTakeDue(ROWS),
    candidates: compare.matchCandidates(ROWS, CROWDS),
    'pairs to forget': compare.matchForgetPairs(ROWS),
    'pairs of records': compare.matchPairsOf(ROWS),
    'decisions on records': compare.matchDecisionsOf(ROWS)
  }
  await inTransaction(batch, async (client) => {
    for (const statement of compare.matchListsOpen()) await client.query(statement)
    const plan = async ({ text, values }: Sql): Promise<string> => {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    }
    t.match(await plan(compare.matchCandidates(ROWS, CROWDS)), 'Seq Scan on', 'as they would be otherwise')
    await client.query(writingByIndex(true))
    const looksAtNothingWhole = async (when: string) => {
      for (const [name, statement] of Object.entries(statements)) {
        const planned = await plan(statement)
        t.notMatch(planned, 'Seq Scan', `${name} ${when}`)
        t.same(indexesReadWhole(planned), [], `${name} ${when}, nor any index`)
      }
    }
    await looksAtNothingWhole('as ever')
    await withoutIndexes(client, () => looksAtNothingWhole('while a first import brings many'))
  })
})
