import type { Runner, Sql } from './sql.ts'

/**
 * Does work that asks several things at once. A connection does one thing at a time, and `pg` is about to queue no more:
 * what is asked meanwhile waits here. Should the work fail, what has not had its turn has none: after the rollback it
 * would be no part of the transaction.
 */
export async function inTurn<Result>(
  client: Runner,
  work: (runner: Runner) => Promise<Result>
): Promise<Result> {
  let isOver = false
  let last: Promise<unknown> = Promise.resolve()
  const query = (asked: Sql | string) => {
    const done = last.then(() => {
      if (isOver) throw new Error('The transaction is over.')
      return client.query(asked)
    })
    last = done.catch(() => {})
    return done
  }
  try {
    return await work({ query: query as unknown as Runner['query'] })
  } finally {
    isOver = true
  }
}
