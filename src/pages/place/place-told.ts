import type { Point } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import type { Selection } from '../addresses/selection.ts'
import type { BaseMap } from '../shell/base-map.ts'

/** What the page of a place tells its script. */
export type PlaceTold = {
  readonly id: string
  readonly name: string
  readonly lang: Language
  /** The selection with which the page was opened. */
  readonly carried: Selection
  readonly base: BaseMap
  /** Where to put the pin; null if the position is unknown or too vague. */
  readonly at: Point | null
}
