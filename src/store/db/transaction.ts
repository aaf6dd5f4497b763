import type { Pool, PoolClient } from 'pg'

/** Runs the work in one transaction. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    // If the rollback fails, closing the connection rolls back as well.
    const broken = await client.query('ROLLBACK').then(
      () => undefined,
      () => true
    )
    client.release(broken)
    throw error
  }
}
