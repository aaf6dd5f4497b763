import type { Reason } from './recognise-place.ts'

/**
 * Where the positions of a run's records come from. `source`: the record has one. `housenumber` and `street`: a
 * geocoder found it. `municipality`: the centre of the commune. `postcode`: the mean of the centres of the
 * communes of the postcode. `none`: no position. `kept`: not geocoded again, because the record did not change.
 * The counts add up to the records that were not rejected.
 */
export type PositionCounts = {
  readonly [what in
    | 'source'
    | 'housenumber'
    | 'street'
    | 'municipality'
    | 'postcode'
    | 'none'
    | 'kept']: number
} & {
  /** Positions not found by house number or street, which a later run may find more precisely. */
  readonly again: number
} & { readonly [doubt in PositionDoubt]: number }

/**
 * Doubts about positions given by a record. `repaired`: obviously wrong and corrected; `flagged`: far from
 * the commune, but kept; `refused`: certainly wrong and left out.
 */
export type PositionDoubt = 'repaired' | 'flagged' | 'refused'

/**
 * Counts of records that create no places, by reason. `kept` counts the records that stay with their earlier place.
 */
export type PlacedCounts = { readonly [what in Reason | 'kept']: number }
