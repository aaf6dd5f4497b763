import { type Start, startsOf } from '../../../domain/search/relevance/search-where.ts'
import { BY_LOCATION, BY_LOCATION_AND_WORDS, BY_ONE_PROCESS, BY_WORDS } from '../../db/index-hints.sql.ts'
import { and, or, type Sql, sql } from '../../db/sql.ts'
import { demands, filedUnder, isGood, says } from '../place-conditions.sql.ts'
import type { Ranked } from './ranked.ts'
import { gateOf, isInside, sphereFrom } from './score.sql.ts'

/*
 * The places that may be the best are found by a few short walks, each along one index, and the places of all walks
 * are scored. A walk goes outward from a point, or downward from the place with the largest weight. The point where
 * a walk stopped bounds the scores of the places that it has not reached (`bound.ts`).
 */

/**
 * What the places of a walk have in common: they meet all main wishes (`good`), they meet all main wishes at least
 * in part (`partly`), or nothing (`any`).
 */
export type Tier = 'good' | 'partly' | 'any'

/** The tier of the places that are counted. */
export const firstTier = ({ good }: Pick<Ranked, 'good'>): Tier => (good ? 'good' : 'any')

export type Leg =
  /**
   * A walk by distance: from a start, given by its index, or from the middle of an area to the places outside the
   * area.
   */
  | { readonly walk: 'near'; readonly tier: Tier; readonly from: number | 'outside'; readonly size: number }
  | { readonly walk: 'weight'; readonly tier: Tier; readonly size: number }
  /** Reads all places of the tier, if there are few. */
  | { readonly walk: 'all'; readonly tier: Tier }
  /** Reads all places whose names may be what the question asks for. */
  | { readonly walk: 'named' }
  /** Reads all places of the towns that were typed, or only those without a position. */
  | { readonly walk: 'own' | 'own unplaced'; readonly size: number }

/**
 * Whether a walk may reach places that are counted. A walk over all places that match the filters may, whatever the
 * wishes are.
 */
export const mayBeCounted = (ranked: Pick<Ranked, 'good'>, leg: Leg): boolean =>
  'tier' in leg && (leg.tier === firstTier(ranked) || (leg.walk === 'all' && leg.tier === 'any'))

/** The columns needed for the score, and to decide whether a place is in the town itself. */
const SCORED_BY = sql`id, sort_name, search, codes, codes_declared, codes_likely, codes_denied, kinds, weight, location, uncertainty_m,
  schedule, commune, postcode, epci, department, region`

/**
 * Maximum number of places that the walk `own` reads. It is only used for towns with fewer than half as many
 * places, so it always reads all of them.
 */
export const OWN_MOST = 300

export function legRows(ranked: Ranked, leg: Leg, number: number): Sql {
  const { where, order, limit, sphere } = legParts(ranked, leg)
  return sql`(SELECT ${number}::integer AS leg, ${sphere ?? sql`NULL::float8`} AS sphere, ${SCORED_BY} FROM place WHERE ${where}
  ${order ? sql`ORDER BY ${order}` : sql``} ${limit === null ? sql`` : sql`LIMIT ${limit}`})`
}

type Parts = {
  readonly where: Sql
  readonly order: Sql | null
  readonly limit: number | null
  readonly sphere: Sql | null
}

function legParts(ranked: Ranked, leg: Leg): Parts {
  const all = { order: null, limit: null, sphere: null }
  switch (leg.walk) {
    case 'near':
      return nearParts(ranked, leg)
    case 'weight':
      return {
        ...all,
        // Without an upper limit, the planner expects to find a third of the table and reads all of it.
        where: and([...inTier(ranked, leg.tier), ...insideOf(ranked), sql`weight <= 2::real`]),
        order: sql`weight DESC, id`,
        limit: leg.size
      }
    case 'all':
      return { ...all, where: and(inTier(ranked, leg.tier, leg.tier === 'any' ? ranked.allDoor : BY_WORDS)) }
    case 'named': {
      const { known } = ranked
      const said = known ? says(gateOf(known)) : sql`false`
      return { ...all, where: and([...asDemanded(ranked, BY_WORDS), said]) }
    }
    default: {
      const unplaced = leg.walk === 'own unplaced' && sql`location IS NULL`
      const own = or(startsOf(ranked.filters.where).flatMap(filedUnder))
      return { ...all, where: and([...asDemanded(ranked, null), own, unplaced]), limit: leg.size }
    }
  }
}

function nearParts(ranked: Ranked, { tier, from, size }: Extract<Leg, { walk: 'near' }>): Parts {
  const { where } = ranked.filters
  const start: Start['centre'] | null | undefined =
    from === 'outside'
      ? where?.kind === 'area' && where.centre
        ? where.centre
        : null
      : startsOf(where)[from]?.centre
  if (!start) throw new Error('A walk outward needs a point to begin at.')
  const sphere = sphereFrom(start)
  const door = tier === 'any' ? (ranked.anyDoor ?? BY_LOCATION) : BY_LOCATION_AND_WORDS
  const outside = from === 'outside' && where?.kind === 'area' && sql`NOT ${isInside(where)}`
  return {
    where: and([...inTier(ranked, tier, door), outside, BY_ONE_PROCESS, sql`location IS NOT NULL`]),
    // Adding 0 makes the planner sort instead of walking the index, for searches in which the walk fails.
    order: ranked.sorted ? sql`(${sphere}) + 0` : sphere,
    limit: size,
    sphere
  }
}

/** If the question names an area, a walk by weight stays inside it; places outside are reached by distance. */
const insideOf = ({ filters: { where } }: Ranked): readonly Sql[] =>
  where?.kind === 'area' ? [isInside(where)] : []

type Conditions = readonly (Sql | null | undefined | false)[]

function inTier(ranked: Ranked, tier: Tier, door: Sql | null = null): Conditions {
  const { partly, good } = ranked
  return [
    ...asDemanded(ranked, door),
    tier === 'good' && good && isGood(good),
    tier === 'partly' && partly !== null && says(partly)
  ]
}

/** The conditions of the filters, without the wishes; with `fitting`, the main wishes are conditions too. */
export const asDemanded = (ranked: Ranked, door: Sql | null): Conditions => [
  ...demands({ ...ranked, door }),
  ranked.fitting && ranked.good && isGood(ranked.good)
]
