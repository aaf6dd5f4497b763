import type { After } from '../../../domain/search/ports.ts'
import { startsOf } from '../../../domain/search/relevance/search-where.ts'
import { BY_ONE_PROCESS } from '../../db/index-hints.sql.ts'
import { and, type Sql, sql } from '../../db/sql.ts'
import { placeColumns } from '../../places/place-columns.sql.ts'
import { isGood, origin } from '../place-conditions.sql.ts'
import { asDemanded, type Leg, legRows, mayBeCounted } from './legs.sql.ts'
import type { Ranked } from './ranked.ts'
import { fitOf, isInside, knownAs, nameParts, nearnessOf, whenOpen } from './score.sql.ts'

/** The number of nearest places whose distances decide the radius of an answer. */
const NEAREST = 3

/**
 * The best of the places that the walks reach, each with its expected distance, and for each walk, how many places
 * it read and where it stopped. All of this is one statement, so that the page and its bounds show the same state
 * of the data.
 */
export function placeRanked(ranked: Ranked, legs: readonly Leg[], after: After | null, limit: number): Sql {
  const rows = legs.map((leg, number) => legRows(ranked, leg, number))
  const [first, ...others] = rows
  const union = others.reduce((all, each) => sql`${all} UNION ALL ${each}`, first ?? sql`(SELECT)`)
  return sql`
WITH ${ranked.known ? sql`name_part AS MATERIALIZED (${nameParts(ranked.known)}),` : sql``}
scored AS MATERIALIZED (${scored(ranked, legs, union)}),
walk AS MATERIALIZED (
  SELECT json_build_object('stops', (
    SELECT json_agg(stop) FROM (
      SELECT leg, count(*) AS read, max(sphere) AS sphere, min(weight) AS weight, (array_agg(id ORDER BY weight, id DESC))[1] AS id
      FROM scored GROUP BY leg) stop
  ), 'nearest', (
    SELECT json_agg(expected ORDER BY expected) FROM (
      SELECT min(expected) AS expected FROM scored WHERE expected IS NOT NULL GROUP BY id ORDER BY 1 LIMIT ${NEAREST}) first
  )) AS walked
), hit AS MATERIALIZED (
  SELECT DISTINCT id, score FROM scored
  WHERE score > 0 AND ${after ? sql`(score < ${after.key}::float8 OR score = ${after.key}::float8 AND id > ${after.id}::uuid)` : sql`true`}
  ORDER BY score DESC, id LIMIT ${limit}
)
SELECT id, ${placeColumns}, score AS key, ${shownDistance(ranked)} AS distance_m, ${expectedFrom(ranked)} AS expected_m,
       ${outsideOf(ranked)} AS outside, walk.walked
FROM walk LEFT JOIN (hit JOIN place USING (id)) ON true
ORDER BY score DESC, id`
}

/** All places of the walks with their scores, and the expected distances of the places that are counted. */
const scored = (ranked: Ranked, legs: readonly Leg[], places: Sql): Sql => sql`
  SELECT id, leg, sphere, weight::float8 AS weight, ${isCounted(ranked, legs)} AS expected,
         (part.fit * part.nearness + ${knownAs(ranked.known, ranked.filters.where, sql`part.nearness`)}${whenOpen(ranked.time)}) * weight AS score
  FROM (${places}) place CROSS JOIN LATERAL (
    SELECT ${fitOf(ranked)} AS fit, ${nearnessOf(ranked.filters.where)} AS nearness OFFSET 0
  ) part`

/**
 * The expected distance of a place that is counted; NULL for other places. A walk over all places that match the
 * filters also reaches places that do not fit, so these are tested one by one.
 */
function isCounted(ranked: Ranked, legs: readonly Leg[]): Sql {
  if (startsOf(ranked.filters.where).length === 0) return sql`NULL::float8`
  const counted = legs.flatMap((leg, number) => (mayBeCounted(ranked, leg) ? [number] : []))
  const good =
    legs.some((leg) => leg.walk === 'all' && leg.tier === 'any') && ranked.good
      ? isGood(ranked.good)
      : sql`true`
  return sql`CASE WHEN leg = ANY (${counted}::integer[]) AND ${good} THEN ${expectedFrom(ranked)} END`
}

/**
 * The expected distance of a place in metres along the ellipsoid, from its distance and the error of its position.
 */
function expectedFrom({ filters }: Ranked): Sql {
  const starts = startsOf(filters.where)
  if (starts.length === 0) return sql`NULL::float8`
  const distances = starts.map(({ centre }) => sql`ST_Distance(location, ${origin(centre)})`)
  const least = distances.reduce((all, each) => sql`${all}, ${each}`)
  return sql`sqrt(least(${least}) ^ 2 + coalesce(uncertainty_m, 0)::float8 ^ 2)`
}

const outsideOf = ({ filters: { where } }: Ranked): Sql =>
  where?.kind === 'area' ? sql`NOT ${isInside(where)}` : sql`false`

/** The distance from the user or, if the user gave no position, from the territory in the words. */
function shownDistance({ filters: { near, where } }: Ranked): Sql {
  const points = near ? [near] : startsOf(where).map(({ centre }) => centre)
  if (points.length === 0) return sql`NULL::float8`
  const distances = points.map((point) => sql`ST_Distance(location, ${origin(point)})`)
  return sql`least(${distances.reduce((all, each) => sql`${all}, ${each}`)})`
}

/**
 * Places that score 0, because their distance is unknown and the question does not name them, in the order of their
 * ids.
 */
export const placeUnplaced = (ranked: Ranked, after: After | null, limit: number): Sql => sql`
WITH ${ranked.known ? sql`name_part AS MATERIALIZED (${nameParts(ranked.known)}),` : sql``}
hit AS MATERIALIZED (
  SELECT id FROM place
  WHERE ${and([...asDemanded({ ...ranked, part: 'inside' }, ranked.allDoor), BY_ONE_PROCESS, isNowhere(ranked), after && sql`id > ${after.id}::uuid`])}
    AND ${nearnessOf(ranked.filters.where)} = 0 AND ${knownAs(ranked.known, ranked.filters.where, sql`0`)} = 0
  ORDER BY id LIMIT ${limit}
)
SELECT id, ${placeColumns}, '' AS key, NULL::float8 AS distance_m, NULL::float8 AS expected_m, ${outsideOf(ranked)} AS outside
FROM hit JOIN place USING (id) ORDER BY id`

/** Places without a known distance: those without a position, and those outside a territory that has no centre. */
const isNowhere = ({ filters: { where } }: Ranked): Sql =>
  where?.kind === 'area' && !where.centre ? sql`NOT ${isInside(where)}` : sql`location IS NULL`
