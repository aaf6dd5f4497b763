import type { PageRequest } from '../../../domain/search/ports.ts'
import type { KnownItem } from '../../../domain/search/relevance/known-item.ts'
import type { Sql } from '../../db/sql.ts'
import type { OpenSchedules } from '../../hours/open-schedules.ts'
import type { CodeQuery } from '../code-query.ts'
import type { Good } from './good.ts'
import type { Strangers, TimeWish } from './score.sql.ts'
import type { WishParameters } from './wish-parameters.ts'

/** The input from which the statements of a ranked search are built. */
export type Ranked = Pick<PageRequest, 'filters' | 'part' | 'except'> & {
  readonly codes: CodeQuery | null
  readonly open: OpenSchedules | null
  readonly wishes: readonly WishParameters[]
  readonly time: TimeWish | null
  readonly strangers: Strangers | null
  /** Set if `q` may be the name of a place, because few places contain that much of the question; otherwise null. */
  readonly known: KnownItem | null
  /** Which places are good; null if there are no main wishes, in which case all places are equally good. */
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
   * Conditions that enable an index: `anyDoor` for walking to any place, `allDoor` for reading all places that
   * match the filters.
   */
  readonly anyDoor: Sql | null
  readonly allDoor: Sql | null
  /** Whether to leave out places that do not meet all main wishes. */
  readonly fitting: boolean
  /**
   * Whether the nearest places are found by sorting, because the walk along the index fails: see
   * `placeNearestSorted`.
   */
  readonly sorted: boolean
}
