import type { PositionDoubt } from '../domain/imports/run-counts.ts'

/** Something to report about an accepted record; `position` is set if it concerns the position. */
export type Finding =
  /** A value that was repaired; `reason` is the name of the repair. */
  | {
      readonly kind: 'repaired'
      readonly field: string
      readonly reason: string
      readonly position?: PositionDoubt
    }
  /** A name that casts doubt on the place; the record is imported, and counts little in the ranking. */
  | {
      readonly kind: 'suspect'
      readonly field: string
      readonly value: string
      readonly reason: string
    }
  /** A cell with U+FFFD: letters were lost before we received the file. */
  | { readonly kind: 'damaged'; readonly field: string; readonly value: string }
  /** A column with values for which there is no mapping. */
  | { readonly kind: 'unmapped-column'; readonly field: string }
  /** A value of a known column for which there is no mapping. */
  | {
      readonly kind: 'unmapped-value'
      readonly field: string
      readonly value: string
      readonly reason: string
    }
  /** A value that is not valid for its column: kept in the raw record, left out of the place. */
  | {
      readonly kind: 'unreadable'
      readonly field: string
      readonly value: string
      readonly reason: string
      readonly position?: PositionDoubt
    }
