import type { PoolClient } from 'pg'
import { serialQueue } from '../../domain/concurrency/serial-queue.ts'
import type { Runner, Sql } from './sql.ts'

type Ask = (asked: Sql | string) => Promise<unknown>

/**
 * Runs work that sends several statements at once. A server receives all of them at once, so that it can start the
 * next statement immediately, however busy this process is; the embedded database receives them one by one. If a
 * statement fails, all later statements fail with its error. A statement sent after the end of the work is
 * rejected, because it would run outside the transaction. Once the signal is aborted, statements fail with its reason.
 */
export async function inTurn<Result>(
  client: PoolClient,
  work: (runner: Runner) => Promise<Result>,
  signal?: AbortSignal
): Promise<Result> {
  let isOver = false
  let reason: unknown
  const ask: Ask = async (asked) => {
    if (isOver) throw new Error('The transaction is over.')
    try {
      signal?.throwIfAborted()
      return await client.query(asked)
    } catch (error) {
      // The first error is thrown again for later statements, because PostgreSQL only reports that the transaction
      // is aborted.
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
