import type { PlacedCounts, PositionCounts } from './run-counts.ts'
import type { Run as Counted, UnmappedCount } from './source.ts'

/** A run as shown to people. */
export type Run = Counted & {
  readonly source: string
  readonly origin: string
  readonly partial: boolean
  readonly file_hash: string | null
  readonly error: string | null
  /** Null for runs made before positions were counted. */
  readonly positions: PositionCounts | null
  /** Null for sources that list places themselves. */
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
  /** The latest runs first. */
  readonly latest: (source: string | null, limit: number) => Promise<readonly Run[]>
  /** Ids that start with this text, at most two: one is a match, two mean that the text is ambiguous. */
  readonly idsLike: (beginning: string) => Promise<readonly string[]>
  readonly find: (id: string) => Promise<RunWhole | null>
}
