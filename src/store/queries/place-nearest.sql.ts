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
  const from = origin(near)
  const distance = sql`ST_Distance(location, ${from})`
  const matching = and([
    conditions(asked),
    after && sql`(${distance}, id) > (${after.key}::float8, ${after.id}::uuid)`
  ])
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
WHERE ${matching} AND ST_DWithin(location, ${from}, (SELECT metres + 0.001 FROM reach))
ORDER BY key, id LIMIT ${limit}`
}
