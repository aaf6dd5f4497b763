import type { Reason } from './recognise-place.ts'

/**
 * The origin of the positions of a run's records. `source`: given by the record. For the others,
 * `housenumber` and `street`: found by a geocoder; `municipality`: the centre of the commune;
 * `postcode`: that of the communes of the postcode; `none`: no position; `kept`: not looked up again, because the record did not change. They add up to the records that
 * were not rejected.
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
 * Counts of records that create no places, by reason; `kept` are those that stay with their earlier place.
 */
export type PlacedCounts = { readonly [what in Reason | 'kept']: number }
