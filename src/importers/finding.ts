import type { PositionDoubt } from '../domain/imports/run-counts.ts'

/** Something a report must tell of a record that otherwise went in; `position` where it is about where it lies. */
export type Finding =
  /** A value that was mended on its way in; `reason` names the repair. */
  | {
      readonly kind: 'repaired'
      readonly field: string
      readonly reason: string
      readonly position?: PositionDoubt
    }
  /** A name that lets doubt that there is such a place; the record went in, and weighs little in the ranking. */
  | {
      readonly kind: 'suspect'
      readonly field: string
      readonly value: string
      readonly reason: string
    }
  /** A column that holds something, and that the mapping has no place for. */
  | { readonly kind: 'unmapped-column'; readonly field: string }
  /** A value of a known column that the mapping has no place for. */
  | {
      readonly kind: 'unmapped-value'
      readonly field: string
      readonly value: string
      readonly reason: string
    }
  /** A value that cannot be what its column says: kept in the raw record, left out of the place. */
  | {
      readonly kind: 'unreadable'
      readonly field: string
      readonly value: string
      readonly reason: string
      readonly position?: PositionDoubt
    }
