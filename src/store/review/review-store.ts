import type { PoolClient } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { cannotDecide, pairNotFound } from '../../domain/errors.ts'
import { metresBetween } from '../../domain/geo/distance.ts'
import { ready, type StoredRecord } from '../../domain/matching/compared-record.ts'
import { explain } from '../../domain/matching/decide.ts'
import type { DecidedPair } from '../../domain/matching/pairs.ts'
import { matchingRules } from '../../domain/matching/rules.ts'
import type { Towns } from '../../domain/matching/towns.ts'
import type { MergeStore } from '../../domain/merging/merge-store.ts'
import { settleAround, settleSome } from '../../domain/merging/settle.ts'
import type {
  Decided,
  DecidedRecord,
  Reviewer,
  ReviewPair,
  ReviewPosition,
  ReviewVerdict,
  StandingDecision
} from '../../domain/review/review.ts'
import type { Database } from '../db/database.ts'
import { inTurn } from '../db/in-turn.ts'
import { importCommitLock } from '../db/locks.sql.ts'
import { inTransaction } from '../db/transaction.ts'
import { matchForgetRules, matchRenew } from '../merging/match-compare.sql.ts'
import { mergeStore, storedRecords } from '../merging/merge-store.ts'
import { openWriting } from '../writing/place-writer.ts'
import { importPublish, importStageClose, importStageOpen } from '../writing/staging.sql.ts'
import { stagingTables } from '../writing/staging-tables.ts'
import {
  reviewBroken,
  reviewDecide,
  reviewHomes,
  reviewQueue,
  reviewRecords,
  reviewStanding,
  reviewUndo
} from './review.sql.ts'

type Batch = Pick<Database, 'batch'>

export const reviewer = ({ batch }: Batch, towns: () => Towns): Reviewer => ({
  page: async (after, limit) => {
    // One more than asked tells whether there are more.
    const { rows } = await batch.query<Queued>(reviewQueue(after, limit + 1))
    const shown = rows.slice(0, limit)
    const records = await storedRecords(batch, [...new Set(shown.flatMap(({ one, other }) => [one, other]))])
    const byRow = new Map(records.map((record) => [record.row, record]))
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      items: shown.flatMap((pair) => presented(pair, byRow, towns())),
      next: last ? { score: last.score, id: last.id } : null
    }
  },
  decide: (id, verdict, by) => decidePair(batch, towns(), id, verdict, by)
})

/** A minute of work or two, in which no import brings anything in. */
const STEP = 20_000

type MatchRun = {
  /** All records, even if they were compared by these very rules. */
  readonly anew?: boolean
  /** How many were compared since it was told last. */
  readonly onStep?: (compared: number) => void
  readonly step?: number
}

/**
 * Compares what nobody has compared yet, and after an upgrade that judges otherwise all records that were there. Step by
 * step: each leaves the directory right and is there for good, so it may be stopped anywhere, and goes on from there.
 */
export async function matchDue({ batch }: Batch, towns: Towns, run: MatchRun = {}): Promise<void> {
  await inTransaction(batch, async (client) => {
    await client.query(importCommitLock())
    if (run.anew) await client.query(matchForgetRules())
    await client.query(matchRenew(matchingRules()))
  })
  for (;;) {
    const compared = await inTransaction(batch, (client) =>
      published(client, (store) => settleSome(store, towns, run.step ?? STEP))
    )
    if (compared === 0) return
    run.onStep?.(compared)
  }
}

const DECISIONS_PAGE = 500

/** All that people decided and nobody has undone, for fitting and measuring what matches records. */
export async function* standingDecisions({ batch }: Batch): AsyncGenerator<StandingDecision> {
  let after = 0
  for (;;) {
    const { rows } = await batch.query<DecidedPair & { readonly id: number }>(
      reviewStanding(after, DECISIONS_PAGE)
    )
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    const records = await storedRecords(batch, [...new Set(rows.flatMap(({ one, other }) => [one, other]))])
    const byRow = new Map(records.map((record) => [record.row, impersonal(record)]))
    for (const { one, other, same } of rows) {
      const [left, right] = [byRow.get(one), byRow.get(other)]
      if (left && right) yield { records: [left, right], same }
    }
  }
}

/** Who is in charge of a place is no evidence, and is nobody else's to read. */
const impersonal = ({ record: { source, id, content } }: StoredRecord): DecidedRecord => ({
  ...{ source, id },
  content: { ...content, contacts: { ...content.contacts, person: null } }
})

type Queued = ReviewPosition & {
  readonly one: number
  readonly other: number
  readonly place_one: string
  readonly place_other: string
}

function presented(
  { one, other, place_one, place_other }: Queued,
  records: ReadonlyMap<number, StoredRecord>,
  towns: Towns
): readonly ReviewPair[] {
  const [left, right] = [records.get(one), records.get(other)]
  if (!left || !right) return []
  const [here, there] = [ready(left, towns), ready(right, towns)]
  const shown = ({ record: { source, id, url, content } }: StoredRecord, place: string) => ({
    ...{ source, id, url, place },
    content
  })
  return [
    {
      id: `${one}-${other}`,
      records: [shown(left, place_one), shown(right, place_other)],
      distance_m: here.position && there.position && metresBetween(here.position, there.position),
      decision: explain(here, there)
    }
  ]
}

async function decidePair(
  batch: Batch['batch'],
  towns: Towns,
  id: string,
  verdict: ReviewVerdict,
  by: string
): Promise<Decided> {
  const [one = 0, other = 0] = id.split('-').map(Number)
  return inTransaction(batch, async (client) => {
    const places = await published(client, async (store) => {
      const { rowCount } = await client.query(reviewRecords(one, other))
      if (rowCount !== 2 || one >= other) throw pairNotFound(id)
      const undone = await client.query(reviewUndo(one, other, by))
      if (verdict === 'undo' && undone.rowCount === 0) throw pairNotFound(id)
      if (verdict !== 'undo') await client.query(reviewDecide(one, other, verdict === 'same', by))
      await settleAround(store, [one, other], towns)
      return (await client.query<{ id: string }>(reviewHomes(one, other))).rows.map(({ id }) => id)
    })
    // Two that both are the same as a third, say other decisions, cannot be different; nor the reverse.
    if (verdict !== 'undo' && (await client.query(reviewBroken())).rowCount !== 0) throw cannotDecide(id)
    return { id, verdict, places }
  })
}

/** No import composes places between our look and our commit, and what changed is told as of one moment. */
async function published<T>(client: PoolClient, work: (store: MergeStore) => Promise<T>): Promise<T> {
  await client.query(importCommitLock())
  const tables = stagingTables(uuidv7())
  for (const statement of importStageOpen(tables)) await client.query(statement)
  const result = await inTurn(client, async (runner) =>
    work(mergeStore(runner, await openWriting(runner, tables, new Date())))
  )
  await client.query(importPublish(tables))
  await client.query(importStageClose(tables))
  return result
}
