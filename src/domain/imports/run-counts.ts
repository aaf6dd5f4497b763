import type { Reason } from './recognise-place.ts'

/**
 * Where the positions of a run's records come from. `source`: the record tells it. Of those that tell none:
 * `housenumber` and `street` by a geocoder; `municipality`, the centre of the commune; `none`, nowhere; `kept`, not
 * asked again, because the record is as it was. Together, all records that were not rejected.
 */
export type PositionCounts = {
  readonly [what in 'source' | 'housenumber' | 'street' | 'municipality' | 'none' | 'kept']: number
} & {
  /** Of those found by no house number and no street: may be found better another time. */
  readonly again: number
} & { readonly [doubt in PositionDoubt]: number }

/**
 * Positions as they were told: `repaired` is certain, `flagged` lies far from its commune and is kept, `refused` is
 * certainly wrong and left out.
 */
export type PositionDoubt = 'repaired' | 'flagged' | 'refused'

/** Of records that make no places, by the reason; `kept` are those that stay with the place that they were of. */
export type PlacedCounts = { readonly [what in Reason | 'kept']: number }
