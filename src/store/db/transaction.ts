import type { Pool, PoolClient } from 'pg'
import { type Sql, sql } from './sql.ts'

/** The first and the last statements of a transaction; neither binds a value, so that each may be several in one text. */
type TransactionEnds = { readonly begin: Sql; readonly commit: Sql }

const PLAIN: TransactionEnds = { begin: sql`BEGIN`, commit: sql`COMMIT` }

/** Runs the work in one transaction: all of it is there afterwards, or nothing is. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
  ends = PLAIN
): Promise<Result> {
  const client = await pool.connect()
  let isBroken = false
  const onBroken = () => {
    isBroken = true
  }
  try {
    return await transactionOn(client, () => work(client), ends, onBroken)
  } finally {
    client.release(isBroken)
  }
}

/** The same, on a connection that the caller holds. */
export async function transactionOn<Result>(
  client: PoolClient,
  work: () => Promise<Result>,
  { begin, commit } = PLAIN,
  onBroken: () => void = () => {}
): Promise<Result> {
  try {
    await client.query(begin)
    const result = await work()
    await client.query(commit)
    return result
  } catch (error) {
    // A connection that cannot even roll back is to be closed, which rolls back as well.
    await client.query('ROLLBACK').catch(onBroken)
    throw error
  }
}
