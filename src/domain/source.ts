/** A directory that is federated here, and how it fares. */
export type Source = {
  readonly slug: string
  readonly name: string
  readonly licence: string
  readonly homepage: string | null
  readonly lastRun: Run | null
  /** The latest day on which one of its records says it changed, `YYYY-MM-DD`. */
  readonly freshOn: string | null
}

export type Run = {
  readonly id: string
  readonly status: 'running' | 'done' | 'failed' | 'dry'
  /** RFC 3339 instants. */
  readonly started_at: string
  readonly finished_at: string | null
  readonly read: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly withdrawn: number
  readonly rejected: number
}

export type SourceReader = {
  readonly all: () => Promise<readonly Source[]>
  readonly find: (slug: string) => Promise<Source | null>
  readonly slugs: () => Promise<readonly string[]>
}
