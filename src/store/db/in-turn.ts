import type { PoolClient } from 'pg'
import { serialQueue } from '../../domain/work/serial-queue.ts'
import type { Runner, Sql } from './sql.ts'

type Ask = (asked: Sql | string) => Promise<unknown>

/**
 * Runs work that sends several statements at once. A server gets them all, so the next is there when it has answered one,
 * however busy this process is; the embedded database gets one after another. After a statement that fails, all others
 * fail with the same error. A statement sent after the work has ended is refused: it would run outside the transaction.
 */
export async function inTurn<Result>(
  client: PoolClient,
  work: (runner: Runner) => Promise<Result>
): Promise<Result> {
  let isOver = false
  let reason: unknown
  const ask: Ask = async (asked) => {
    if (isOver) throw new Error('The transaction is over.')
    try {
      return await client.query(asked)
    } catch (error) {
      // PostgreSQL only reports of later statements that the transaction is aborted.
      reason ??= error
      throw reason
    }
  }
  const inTurn = serialQueue()
  const query: Ask = client.pipeline ? ask : (asked) => inTurn(() => ask(asked))
  try {
    return await work({ query: query as unknown as Runner['query'] })
  } finally {
    isOver = true
  }
}
