import type { PageRequest } from '../../../domain/search/ports.ts'
import type { KnownItem } from '../../../domain/search/relevance/known-item.ts'
import type { Sql } from '../../db/sql.ts'
import type { OpenSchedules } from '../../hours/open-schedules.ts'
import type { CodeQuery } from '../code-query.ts'
import type { Good } from './good.ts'
import type { TimeWish } from './score.sql.ts'
import type { WishParameters } from './wish-parameters.ts'

/** The input from which the statements of a ranking are built. */
export type Ranked = Pick<PageRequest, 'filters' | 'part' | 'except'> & {
  readonly codes: CodeQuery | null
  readonly open: OpenSchedules | null
  readonly wishes: readonly WishParameters[]
  readonly time: TimeWish | null
  /** Set if `q` may be the name of a place, because few places contain as much of the question; otherwise null. */
  readonly known: KnownItem | null
  /** Null if there are no main wishes: then all places are equally good. */
  readonly good: Good | null
  /**
   * Text of a tsquery for places that meet all main wishes at least in part; null if it would find no more
   * than `good`.
   */
  readonly partly: string | null
  /**
   * The highest possible fit of a place: `partly` if it is not good, `any` if it lacks a main wish entirely, and
   * `none` if it lacks all main wishes.
   */
  readonly most: { readonly partly: number; readonly any: number; readonly none: number }
  /**
   * `anyDoor` enables the index for walking to any place, `allDoor` the index for reading all places that match the
   * filters.
   */
  readonly anyDoor: Sql | null
  readonly allDoor: Sql | null
  /** Whether to leave out places that do not meet all main wishes. */
  readonly fitting: boolean
  /** Whether the nearest are found by sorting, because the index cannot walk to them: see `placeNearestSorted`. */
  readonly sorted: boolean
}
