import type { Pool, PoolClient } from 'pg'

/** A run of an import, from `begin` to `close`. */
export type OpenRun = {
  /** Holds the lock and the temporary tables. */
  readonly client: PoolClient
  readonly batch: Pool
  readonly source: string
  readonly origin: string
  readonly run: string
  readonly dry: boolean
  readonly now: () => Date
  /** See `ImportStoreDeps`. */
  readonly many: number | undefined
}
