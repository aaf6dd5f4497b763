import type { Point } from '../../domain/geo/geo.ts'
import type { After } from '../../domain/search/ports.ts'
import { BY_ONE_PROCESS } from '../db/index-hints.sql.ts'
import { and, type Sql, sql } from '../db/sql.ts'
import { type Asked, byPosition, conditions, origin } from './place-conditions.sql.ts'

/**
 * The smallest ratio of a distance on the ellipsoid to the distance on the sphere: the smallest radius of curvature
 * of the ellipsoid (6 335 439 m, along the meridian at the equator) divided by the mean radius that PostGIS uses (6
 * 371 009 m).
 */
const LEAST_OF_SPHERE = 0.9944

/**
 * Number of places read beyond the page, so that the first walk is nearly always enough. Each further walk reads
 * four times as many places as the one before.
 */
const SLACK = 8
const GROWTH = 4

/**
 * The nearest places, by metres along the ellipsoid, then by id.
 *
 * The index walks outward by distance on the sphere (the meaning of `<->` for geographies), which differs by up to
 * 0.6 %. Therefore the walk reads more places than the page needs. A place that was not read is at least as far
 * away on the sphere as the last place read, so its distance on the ellipsoid is at least 0.9944 times that
 * distance. If the last place of the page is more than a millimetre nearer than this limit, the page is certain.
 * Otherwise (many places at one address, or a town seen from far away, whose first houses are all equally far) the
 * walk is repeated with more places. Reading all places within the distance of the last one would cost 100 times as
 * much in these cases, because a box around that circle contains half of the town.
 */
export function placeNearest(asked: Asked, near: Point, after: After | null, limit: number): Sql {
  const walked = (places: Sql): Sql => walk(parts(asked, near, after), limit, places)
  return sql`
WITH RECURSIVE reach AS (
  SELECT walked.* FROM (SELECT ${limit + SLACK}::integer AS read) first CROSS JOIN LATERAL (${walked(sql`first.read`)}) walked
  UNION ALL
  SELECT walked.* FROM reach CROSS JOIN LATERAL (${walked(sql`reach.read * ${GROWTH}::integer`)}) walked
  WHERE NOT reach.certain
)
SELECT nearest.id, nearest.key FROM reach CROSS JOIN LATERAL unnest(ids, metres) AS nearest (id, key)
WHERE certain`
}

const walk = ({ from, distance, matching }: ReturnType<typeof parts>, limit: number, places: Sql): Sql => sql`
SELECT ${places} AS read,
       (array_agg(id ORDER BY metres, id))[1 : ${limit}::integer] AS ids,
       (array_agg(metres ORDER BY metres, id))[1 : ${limit}::integer] AS metres,
       count(*) < ${places}
         OR (array_agg(metres ORDER BY metres, id))[${limit}::integer] + 0.001 < max(sphere) * ${LEAST_OF_SPHERE}::float8
         AS certain
FROM (
  SELECT id, ${distance} AS metres, location <-> ${from} AS sphere FROM place
  WHERE ${matching} AND location IS NOT NULL
  ORDER BY location <-> ${from} LIMIT ${places}
) read`

/**
 * The nearest places, found by reading and sorting all matches, for searches in which the walk along the index
 * fails. The index measures through the globe in 32-bit numbers, while the operator treats points within 6
 * micrometres as one point. Where the two disagree (at the poles, at 180 and -180 degrees, or very close to the
 * equator), PostgreSQL fails with the error "index returned tuples in wrong order".
 */
export function placeNearestSorted(asked: Asked, near: Point, after: After | null, limit: number): Sql {
  const { distance, matching } = parts(asked, near, after)
  return sql`
SELECT id, ${distance} AS key FROM place
WHERE ${matching} AND location IS NOT NULL
ORDER BY key, id LIMIT ${limit}`
}

function parts(asked: Asked, near: Point, after: After | null) {
  const from = origin(near)
  const distance = sql`ST_Distance(location, ${from})`
  const matching = and([
    conditions(asked),
    byPosition(asked.door),
    BY_ONE_PROCESS,
    after && sql`(${distance}, id) > (${after.key}::float8, ${after.id}::uuid)`
  ])
  return { from, distance, matching }
}
