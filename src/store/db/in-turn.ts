import type { PoolClient } from 'pg'
import type { Runner, Sql } from './sql.ts'

type Ask = (asked: Sql | string) => Promise<unknown>

/**
 * Does work that asks several things at once. A server is sent them all, and finds the next there when it has answered one,
 * however busy we are; the embedded database, which does one thing at a time, is asked one after another. After the first
 * that fails all others do, for the same reason, which they tell. Should the work fail, what is asked from then on has no
 * turn: after the rollback it would be no part of the transaction.
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
      // Of those asked later PostgreSQL only says that they came too late.
      reason ??= error
      throw reason
    }
  }
  const query = client.pipeline ? ask : oneAfterAnother(ask)
  try {
    return await work({ query: query as unknown as Runner['query'] })
  } finally {
    isOver = true
  }
}

function oneAfterAnother(ask: Ask): Ask {
  let last: Promise<unknown> = Promise.resolve()
  return (asked) => {
    const done = last.then(() => ask(asked))
    last = done.catch(() => {})
    return done
  }
}
