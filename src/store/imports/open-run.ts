import type { Pool, PoolClient } from 'pg'
import type { Matcher } from '../../domain/erasure/matcher.ts'

/** A run of an import, from `begin` to `close`. */
export type OpenRun = {
  /** The connection that holds the lock and the temporary tables of the run. */
  readonly client: PoolClient
  readonly batch: Pool
  readonly source: string
  readonly origin: string
  readonly run: string
  readonly dry: boolean
  readonly now: () => Date
  /** See `ImportStoreDeps`. */
  readonly many: number | undefined
  /** Recognises what was erased before the run began. */
  readonly erased: Matcher
  /** Ends the run; see `ImportStore`. */
  readonly signal: AbortSignal | undefined
  /** The edition of the erasures then. */
  readonly held: number
}
