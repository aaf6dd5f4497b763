import type { PageRequest } from '../../../domain/search/ports.ts'
import type { KnownItem } from '../../../domain/search/relevance/known-item.ts'
import type { Sql } from '../../db/sql.ts'
import type { OpenSchedules } from '../../hours/open-schedules.ts'
import type { CodeQuery } from '../code-query.ts'
import type { Good } from './good.ts'
import type { TimeWish } from './score.sql.ts'
import type { WishParameters } from './wish-parameters.ts'

/** What the statements of a ranking are made from. */
export type Ranked = Pick<PageRequest, 'filters' | 'part' | 'except'> & {
  readonly codes: CodeQuery | null
  readonly open: OpenSchedules | null
  readonly wishes: readonly WishParameters[]
  readonly time: TimeWish | null
  /** Null unless few places say as much of the question. */
  readonly known: KnownItem | null
  /** Null if nothing is wished but where: every place is as good. */
  readonly good: Good | null
  /** Text of a tsquery: what meets all main wishes at least in part; null if that is no more than `good`. */
  readonly partly: string | null
  /** The most that a place fits which is not good, which lacks a main wish even in part, and which lacks all of them. */
  readonly most: { readonly partly: number; readonly any: number; readonly none: number }
  /** The index by which places that nothing is wished of are walked to, and all that are demanded found. */
  readonly anyDoor: Sql | null
  readonly allDoor: Sql | null
  /** Whether to leave out what is not good. */
  readonly fitting: boolean
  /** Whether the nearest are found by sorting, because the index cannot walk to them: see `placeNearestSorted`. */
  readonly sorted: boolean
}
