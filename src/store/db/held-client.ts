import type { PoolClient } from 'pg'

const ignore = (): void => {}

/** While a connection is held, nobody else hears that it broke; unheard, that would end the process. The next query tells. */
export const hold = (client: PoolClient): void => {
  client.on('error', ignore)
}

/** `broken` closes it, and with it whatever it held: locks, a transaction, temporary tables. */
export function release(client: PoolClient, broken = false): void {
  client.off('error', ignore)
  client.release(broken)
}
