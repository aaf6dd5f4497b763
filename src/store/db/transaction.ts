import type { Pool, PoolClient } from 'pg'
import { type Sql, sql } from './sql.ts'

/**
 * The statements that begin and commit a transaction. They bind no values, so each may consist of several
 * statements.
 */
type TransactionEnds = { readonly begin: Sql; readonly commit: Sql }

const PLAIN: TransactionEnds = { begin: sql`BEGIN`, commit: sql`COMMIT` }

/** Runs the work in one transaction. If the work throws, the transaction is rolled back. */
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

/** Runs the work in one transaction on the caller's connection. Calls `onBroken` if the rollback fails. */
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
    // If the rollback fails, `onBroken` makes the caller close the connection, which also rolls back.
    await client.query('ROLLBACK').catch(onBroken)
    throw error
  }
}
