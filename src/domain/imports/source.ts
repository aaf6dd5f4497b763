/** A federated directory and its state. */
export type Source = {
  readonly slug: string
  readonly name: string
  readonly licence: string
  readonly homepage: string | null
  readonly lastRun: Run | null
  /** The last successful run; a later one may have failed. */
  readonly lastSuccess: Run | null
  /**
   * Columns and values that could not be mapped in the last run that read a file, the most frequent first.
   */
  readonly unmapped: readonly UnmappedCount[]
  /** The number of records that the source lists now; null if its records create no places. */
  readonly records: number | null
  /** The latest change date of its records, `YYYY-MM-DD`. */
  readonly freshOn: string | null
}

export type Run = {
  readonly id: string
  readonly status: 'running' | 'done' | 'failed' | 'dry'
  /** RFC 3339 instants. */
  readonly started_at: string
  readonly finished_at: string | null
  /** Whether nothing was read because the server reported no change. */
  readonly not_modified: boolean
  readonly read: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly withdrawn: number
  readonly rejected: number
}

/** `value` is null if the whole column is not mapped. */
export type UnmappedCount = { readonly field: string; readonly value: string | null; readonly count: number }

export type SourceReader = {
  readonly all: () => Promise<readonly Source[]>
  readonly find: (slug: string) => Promise<Source | null>
  readonly slugs: () => Promise<readonly string[]>
  /** Seconds since the last success of each source that has had one. */
  readonly ages: () => Promise<ReadonlyMap<string, number>>
}
