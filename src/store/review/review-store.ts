import type { DecidedPair, RowPair } from '../../domain/matching/pairs.ts'
import type { Publishing } from '../../domain/publishing/publishing.ts'
import type { QueuedPair, ReviewReader, ReviewWriter } from '../../domain/review/review-ports.ts'
import type { Database } from '../db/database.ts'
import { mergeWriter } from '../merging/merge-writer.ts'
import { storedRecords } from '../merging/stored-records.ts'
import type { Writing } from '../writing/place-writer.ts'
import { publishing } from '../writing/publishing.ts'
import {
  reviewBroken,
  reviewDecide,
  reviewDecidedBy,
  reviewHomes,
  reviewQueue,
  reviewQueuedOf,
  reviewRecords,
  reviewStanding,
  reviewUndo
} from './review.sql.ts'

export const reviewReader = ({ batch }: Pick<Database, 'batch'>): ReviewReader => ({
  queue: async (after, limit) => (await batch.query<QueuedPair>(reviewQueue(after, limit))).rows,
  queuedOf: async (places) => (await batch.query<QueuedPair>(reviewQueuedOf(places))).rows,
  records: (rows) => storedRecords(batch, rows),
  standing: async (after, limit) =>
    (await batch.query<DecidedPair & { readonly id: number }>(reviewStanding(after, limit))).rows
})

export const reviewPublishing = (database: Pick<Database, 'batch'>): Publishing<ReviewWriter> =>
  publishing(database, reviewWriter)

export async function reviewWriter(writing: Writing): Promise<ReviewWriter> {
  const { runner, by } = writing
  return {
    ...(await mergeWriter(writing)),
    areRecords: async (rows) => (await runner.query(reviewRecords(rows))).rowCount === rows.length,
    decide: async (decisions) => {
      await runner.query(reviewDecide(decisions, by))
    },
    undo: async (pairs) => (await runner.query(reviewUndo(pairs, by))).rowCount ?? 0,
    homes: async (rows) => (await runner.query<{ id: string }>(reviewHomes(rows))).rows.map(({ id }) => id),
    decidedBy: async (author) => (await runner.query<RowPair>(reviewDecidedBy(author))).rows,
    contradicts: async () => (await runner.query(reviewBroken())).rowCount !== 0
  }
}
