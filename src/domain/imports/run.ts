import type { PlacedCounts, PositionCounts } from './run-counts.ts'
import type { Run as Counted, UnmappedCount } from './source.ts'

/** A run as people look it up. */
export type Run = Counted & {
  readonly source: string
  readonly origin: string
  readonly partial: boolean
  readonly file_hash: string | null
  readonly error: string | null
  /** Null of runs from before they were counted. */
  readonly positions: PositionCounts | null
  /** Null of sources that list places. */
  readonly placed: PlacedCounts | null
}

export type Rejection = {
  readonly line: number | null
  readonly record_id: string | null
  readonly reasons: readonly string[]
  readonly raw: unknown
}

export type RunWhole = Run & {
  readonly rejections: readonly Rejection[]
  readonly unmapped: readonly UnmappedCount[]
}

export type RunReader = {
  /** The latest first. */
  readonly latest: (source: string | null, limit: number) => Promise<readonly Run[]>
  /** Of those whose id begins so, two at most: one is the answer, two are too many. */
  readonly idsLike: (beginning: string) => Promise<readonly string[]>
  readonly find: (id: string) => Promise<RunWhole | null>
}
