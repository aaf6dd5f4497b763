import type { Point } from '../../domain/geo/geo.ts'
import type { After } from '../../domain/search/ports.ts'
import { BY_ONE_PROCESS } from '../db/index-hints.sql.ts'
import { and, type Sql, sql } from '../db/sql.ts'
import { type Asked, byPosition, conditions, origin } from './place-conditions.sql.ts'

/**
 * The ellipsoid is nowhere less than this much of the sphere: its smallest radius of curvature (6 335 439 m, along
 * the meridian at the equator) by PostGIS's mean one (6 371 009 m).
 */
const LEAST_OF_SPHERE = 0.9944

/** Places read beyond the page, so that the first walk is nearly always enough; then four times as many. */
const SLACK = 8
const GROWTH = 4

/**
 * The nearest places, by metres along the ellipsoid, then by id.
 *
 * The index walks outward by distance on the sphere (that is what `<->` is on geographies), which is up to 0.6 %
 * off. So some more are read than asked: what was not read is at least as far on the sphere as the last that was,
 * hence at least 0.9944 of that on the ellipsoid. When the page ends a millimetre short of that, it is certain; else
 * (many places at one address, or a town seen from afar, whose first houses are all as far) the walk is repeated,
 * longer. To read all within the last one's distance instead costs 100 times as much there: a box around that circle
 * holds half of the town.
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
 * The same by reading and sorting all that match: for where the index loses its way. It measures through the globe
 * in 32-bit numbers, the operator takes points within 6 micrometres for one; where the two disagree (the poles, 180
 * and -180 degrees, a hair beside the equator) PostgreSQL gives up: "index returned tuples in wrong order".
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
