import type { PoolClient } from 'pg'

const ignore = (): void => {}

/**
 * Ignores errors of a connection while it is checked out: the pool does not listen to it then, and an error
 * without a listener would end the process. The next query fails and reports the error.
 */
export const hold = (client: PoolClient): void => {
  client.on('error', ignore)
}

/**
 * Returns a connection to the pool. If it is `broken`, it is closed instead, which ends its locks, transaction and
 * temporary tables.
 */
export function release(client: PoolClient, broken = false): void {
  client.off('error', ignore)
  client.release(broken)
}
