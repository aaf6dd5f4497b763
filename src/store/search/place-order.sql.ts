import type { After } from '../../domain/search/ports.ts'
import type { Filters, Sort } from '../../domain/search/search-question.ts'
import { TERRITORIES, type TerritoryParameter } from '../../domain/territories/territory-parameters.ts'
import { and, or, type Sql, sql } from '../db/sql.ts'
import { type Asked, cellOf, column, conditions, outline } from './place-conditions.sql.ts'

/**
 * Places in the order of a column. How they are read depends on the search:
 * - if `door` enables an index, the index finds few places, which are sorted;
 * - in a small box, by name: the index (cell, name, id) is walked once for each cell that the box touches;
 * - in a territory: the index (territory, name, id) is walked once for each code;
 * - in another frame (a box, an outline, a circle, a time): if it contains few places, they are sorted; otherwise
 *   all places are walked in order and places outside the frame are skipped, because a page is soon full;
 * - otherwise all places are walked in order.
 */
export function placeInOrder(
  asked: Asked & { sort: string },
  order: Order,
  after: After | null,
  limit: number
): Sql {
  const matching = and([conditions(asked), after && order.after(after)])
  const plain = sql`SELECT id, ${order.key} AS key FROM place WHERE ${matching} ORDER BY ${order.by} LIMIT ${limit}`
  if (asked.door) return plain
  if (asked.cells) {
    const { grid, cells } = asked.cells
    return walked(cellOf(grid), sql`${cells}::integer[]`, matching, order, limit)
  }
  const territory = asked.sort === 'name' ? drivingTerritory(asked.filters) : undefined
  if (territory) {
    const { codes } = territory
    return walked(column(territory.territory), sql`${codes}::text[]`, matching, order, limit)
  }
  const few = framesHoldFew(asked.filters)
  return few ? inFrame(few, matching, order, limit) : plain
}

type Driver = { readonly territory: TerritoryParameter; readonly codes: readonly string[] }

/**
 * The smallest kind of territory that the search requires exactly once. Its index lists the places of each code in
 * the order of their names.
 */
function drivingTerritory({ territory }: Filters): Driver | undefined {
  const smallest = TERRITORIES.find((name) => territory[name]?.length === 1)
  const codes = smallest && territory[smallest]?.[0]
  return codes && { territory: smallest, codes }
}

// Walks the index once for each code, and merges the results. For two départements, `department = ANY (…)` alone
// would read and sort all places of both.
const walked = (indexed: Sql, codes: Sql, matching: Sql, { key, by }: Order, limit: number): Sql => sql`
SELECT id, key FROM unnest(${codes}) AS asked (code)
CROSS JOIN LATERAL (
  SELECT id, sort_name, ${key} AS key FROM place
  WHERE ${matching} AND ${indexed} = asked.code ORDER BY ${by} LIMIT ${limit}
) walked
ORDER BY ${by} LIMIT ${limit}`

// Sorts the places of the frame if they are few, otherwise walks in order. Only one of the two branches runs,
// because the condition of the other is a constant that is false.
const inFrame = (few: Sql, matching: Sql, { key, by }: Order, limit: number): Sql => sql`
WITH frame AS MATERIALIZED (SELECT ${few} AS few)
SELECT id, key FROM (
  (SELECT id, sort_name, updated_at, ${key} AS key FROM place
   WHERE (SELECT few FROM frame) AND ${matching} ORDER BY ${by} LIMIT ${limit})
  UNION ALL
  (SELECT id, sort_name, updated_at, ${key} AS key
   -- OFFSET 0 keeps the conditions out, or the planner would read the frame by its index after all.
   FROM (SELECT * FROM place WHERE status = 'active' ORDER BY ${by} OFFSET 0) place
   WHERE NOT (SELECT few FROM frame) AND ${matching} LIMIT ${limit})
) either
ORDER BY ${by} LIMIT ${limit}`

/**
 * A condition for whether a frame contains so few places that reading and sorting all of them is faster than
 * walking; null if there is no frame.
 */
function framesHoldFew({ near, radius, bbox, within, updatedSince }: Filters): Sql | null {
  const frames = [
    near &&
      radius !== undefined &&
      sql`ST_Expand(ST_MakePoint(${near.lon}::float8, ${near.lat}::float8),
      ${radius / (111_320 * Math.max(0.01, Math.cos((near.lat * Math.PI) / 180)))}::float8, ${radius / 110_574}::float8)`,
    bbox &&
      sql`ST_MakeEnvelope(${bbox.west}::float8, ${bbox.south}::float8, ${bbox.east}::float8, ${bbox.north}::float8)`,
    within && outline(within)
  ].filter((frame) => frame instanceof Object)
  const small = frames.map(
    (frame) => sql`_postgis_selectivity('place', 'point', ST_SetSRID(${frame}, 4326)) < ${FEW_SHARE}`
  )
  const few = [
    // Before the first ANALYZE, and while no place has a position, there are no statistics, and using them would be
    // an error.
    small.length > 0 && sql`CASE WHEN ${HAS_STATISTICS} THEN ${or(small)} ELSE true END`,
    updatedSince !== undefined &&
      sql`(SELECT count(*) < 2000 FROM (
      SELECT FROM place WHERE status = 'active' AND updated_at >= ${updatedSince}::timestamptz LIMIT 2000) recent)`
  ]
  return few.some(Boolean) ? or(few) : null
}

const HAS_STATISTICS = sql`EXISTS (
  SELECT FROM pg_class
  JOIN pg_stats ON tablename = relname AND schemaname = relnamespace::regnamespace::text AND attname = 'point'
  WHERE pg_class.oid = 'place'::regclass)`

/**
 * Share of all places at which both ways take equally long with a million places: sorting 4 500 places, or walking
 * past 4 500 places to find 20.
 */
const FEW_SHARE = 0.0045

/**
 * A total order: the sort key, the ORDER BY clause, and the condition for places that come after a given place.
 * Places with the same key are ordered by id.
 */
type Order = { readonly key: Sql; readonly by: Sql; readonly after: (after: After) => Sql }

const NAME: Order = {
  key: sql`sort_name`,
  by: sql`sort_name, id`,
  after: ({ key, id }) => sql`(sort_name, id) > (${key}::text, ${id}::uuid)`
}

const UPDATED: Order = {
  // The key is text, because JavaScript dates have no microseconds, and a page must start exactly where the
  // previous one ended.
  key: sql`updated_at::text`,
  by: sql`updated_at DESC, id`,
  after: ({ key, id }) =>
    sql`updated_at <= ${key}::timestamptz AND (updated_at < ${key}::timestamptz OR id > ${id}::uuid)`
}

const UNLOCATED: Order = { key: sql`''`, by: sql`id`, after: ({ id }) => sql`id > ${id}::uuid` }

/** The order for a sort, except for distance and relevance, which have statements of their own. */
export function orderOf(sort: Sort): Order {
  if (sort === 'name') return NAME
  return sort === 'updated' ? UPDATED : UNLOCATED
}
