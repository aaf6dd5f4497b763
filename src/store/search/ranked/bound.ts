import { startsOf } from '../../../domain/search/relevance/search-where.ts'
import { MOST_WEIGHT, OUTSIDE, OWN_TOWN } from '../../../domain/search/relevance/values.ts'
import type { Leg, Tier } from './legs.sql.ts'
import type { Ranked } from './ranked.ts'

/**
 * How many places a walk read, and where it stopped: the distance on the sphere in metres, or a weight and an
 * id.
 */
export type Stop = {
  readonly leg: number
  readonly read: number
  readonly sphere: number | null
  readonly weight: number
  readonly id: string
}

/**
 * Upper bound for the score of places that no walk has reached. Unread places with exactly this score have a later
 * id than `id`.
 */
export type Bound = { readonly score: number; readonly id: string | null }

const NOTHING: Bound = { score: 0, id: null }

/** Whether a place comes before all places that were not read. */
export const isCertain = (score: number, id: string, bounds: readonly Bound[]): boolean =>
  bounds.every(
    (bound) => score > bound.score || (bound.id !== null && score === bound.score && id <= bound.id)
  )

/**
 * Upper bounds for the scores of the places that these walks have not reached. Nearness decreases with distance,
 * and an inexact position only makes it smaller, so the distance at which a walk outward stopped bounds the score.
 * For places in the town itself, a quarter of that distance is used, unless all of them were read. Places whose
 * names may match the question have been read in any case.
 */
export function boundsOf(ranked: Ranked, legs: readonly Leg[], stops: readonly Stop[]): readonly Bound[] {
  const stopOf = (leg: Leg): Stop | null => {
    const stop = stops.find((each) => each.leg === legs.indexOf(leg))
    const size = 'size' in leg ? leg.size : Number.POSITIVE_INFINITY
    return stop && stop.read >= size ? stop : null
  }
  const ownRead = legs.some((leg) => leg.walk === 'own' && stopOf(leg) === null)
  const tiers = [...new Set(legs.flatMap((leg) => ('tier' in leg ? [leg.tier] : [])))]
  return tiers.flatMap((tier) => {
    const walks = legs.filter((leg) => 'tier' in leg && leg.tier === tier)
    // If a walk around a point was read to its end, all places of the tier that have a position have been read.
    const near = walks.flatMap((leg) => (leg.walk === 'near' ? [{ from: leg.from, stop: stopOf(leg) }] : []))
    const ended = near.some(({ stop }) => stop === null)
    return [
      ...(ended ? [] : near.map(({ from, stop }) => nearBound(ranked, tier, from, stop, ownRead))),
      ...walks.flatMap((leg) => (leg.walk === 'weight' ? [weightBound(ranked, tier, stopOf(leg))] : []))
    ]
  })
}

const mostOf = ({ most }: Ranked, tier: Tier): number => (tier === 'good' ? 1 : most[tier])

function nearBound(
  ranked: Ranked,
  tier: Tier,
  from: number | 'outside',
  stop: Stop | null,
  ownRead: boolean
): Bound {
  if (stop === null) return NOTHING
  const metres = stop.sphere ?? 0
  const most = mostOf(ranked, tier) * MOST_WEIGHT
  if (from === 'outside')
    return { score: most / (1 + Math.max(OUTSIDE.leastM, metres) / OUTSIDE.scaleM), id: null }
  const start = startsOf(ranked.filters.where)[from]
  const least = start?.own && !ownRead ? OWN_TOWN * metres : metres
  return { score: most / (1 + least / (start?.scaleM ?? 1)), id: null }
}

const weightBound = (ranked: Ranked, tier: Tier, stop: Stop | null): Bound =>
  stop === null ? NOTHING : { score: mostOf(ranked, tier) * stop.weight, id: stop.id }
