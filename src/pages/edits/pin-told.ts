import type { BBox, Point } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import type { BaseMap } from '../shell/base-map.ts'

/** What the form for a place tells its script. */
export type PinTold = {
  readonly name: string
  readonly lang: Language
  readonly base: BaseMap
  /** The present position. */
  readonly at: Point | null
  /** The area of the drawing. */
  readonly frame: BBox
}
