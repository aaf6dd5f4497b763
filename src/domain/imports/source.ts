/** A directory that is federated here, and how it fares. */
export type Source = {
  readonly slug: string
  readonly name: string
  readonly licence: string
  readonly homepage: string | null
  readonly lastRun: Run | null
  /** The last run that did what it was to do; a later one may have failed. */
  readonly lastSuccess: Run | null
  /** What the last run that read a file found no place for, the commonest first. */
  readonly unmapped: readonly UnmappedCount[]
  /** The latest day on which one of its records says it changed, `YYYY-MM-DD`. */
  readonly freshOn: string | null
}

export type Run = {
  readonly id: string
  readonly status: 'running' | 'done' | 'failed' | 'dry'
  /** RFC 3339 instants. */
  readonly started_at: string
  readonly finished_at: string | null
  /** The server said that nothing had changed since the run before, so nothing was read. */
  readonly not_modified: boolean
  readonly read: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly withdrawn: number
  readonly rejected: number
}

/** `value` is null where a whole column has no place. */
export type UnmappedCount = { readonly field: string; readonly value: string | null; readonly count: number }

export type SourceReader = {
  readonly all: () => Promise<readonly Source[]>
  readonly find: (slug: string) => Promise<Source | null>
  readonly slugs: () => Promise<readonly string[]>
  /** Seconds since the last success of each source that has had one. */
  readonly ages: () => Promise<ReadonlyMap<string, number>>
}
