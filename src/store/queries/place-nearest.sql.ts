import type { After } from '../../domain/ports.ts'
import type { Point } from '../../domain/search-question.ts'
import { and, type Sql, sql } from '../sql.ts'
import { type Asked, conditions, origin } from './place-conditions.sql.ts'

/**
 * The nearest places, by metres along the ellipsoid, then by id.
 *
 * The index walks outward by distance on the sphere (that is what `<->` is on geographies), which is up to 0.6 %
 * off. So it is walked twice: `reach` is the farthest of the first `limit` places the sphere gives; as many places
 * lie within it, so the true nearest do too, and they are read and sorted. The second walk finds warm pages: both
 * together cost what reading half as many again and sorting them would, and are exact.
 */
export function placeNearest(asked: Asked, near: Point, after: After | null, limit: number): Sql {
  const { from, distance, matching } = parts(asked, near, after)
  // What lies within reach lies within the radius: to measure both would be half of the second walk's cost.
  const { radius: _radius, ...unbounded } = asked.filters
  const reachable =
    asked.part === 'inside' ? parts({ ...asked, filters: unbounded }, near, after).matching : matching
  return sql`
WITH reach AS MATERIALIZED (
  SELECT max(metres) AS metres FROM (
    SELECT ${distance} AS metres FROM place
    WHERE ${matching} AND location IS NOT NULL
    ORDER BY location <-> ${from} LIMIT ${limit}
  ) first
)
SELECT id, ${distance} AS key FROM place
-- A millimetre more: ST_Distance rounds to 10 nanometres and ST_DWithin does not, so the farthest would be lost.
WHERE ${reachable} AND ST_DWithin(location, ${from}, (SELECT metres + 0.001 FROM reach))
ORDER BY key, id LIMIT ${limit}`
}

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
    after && sql`(${distance}, id) > (${after.key}::float8, ${after.id}::uuid)`
  ])
  return { from, distance, matching }
}
