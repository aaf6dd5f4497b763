import type { PoolClient } from 'pg'
import { serialQueue } from '../../domain/concurrency/serial-queue.ts'
import type { Runner, Sql } from './sql.ts'

type Ask = (asked: Sql | string) => Promise<unknown>

/**
 * Runs work that sends several statements at once. A server receives all of them, so that it can start the
 * next one immediately, however busy this process is; the embedded database receives them one by one. If a
 * statement fails, all later ones fail with the same error. A statement sent after the end of the work is
 * rejected, because it would run outside the transaction.
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
      // For later statements PostgreSQL only reports that the transaction is aborted.
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
