import type { Point } from '../../domain/geo/geo.ts'
import type { After } from '../../domain/search/ports.ts'
import { startOf } from '../../domain/search/relevance/search-where.ts'
import type { Sort } from '../../domain/search/search-question.ts'
import { type Sql, sql } from '../db/sql.ts'
import { placeColumns } from '../places/place-columns.sql.ts'
import { type Asked, origin } from './place-conditions.sql.ts'
import { placeNearest, placeNearestSorted } from './place-nearest.sql.ts'
import { orderOf, placeInOrder } from './place-order.sql.ts'

type Search = Asked & {
  readonly sort: Sort
  readonly after: After | null
  readonly limit: number
  /** Whether to find the nearest places by sorting all matches, because the walk along the index fails. */
  readonly sorted?: boolean
}

/** Reads one page: finds the ids by an index, then reads only these places in full. */
export function placeSearch(search: Search): Sql {
  const { filters, sort, part, after, limit } = search
  const order = orderOf(sort)
  const start = startOf(filters)
  const nearest = sort === 'distance' && part !== 'unlocated' && start
  const hits = nearest
    ? (search.sorted ? placeNearestSorted : placeNearest)(search, nearest, after, limit)
    : placeInOrder(search, order, after, limit)
  const distance = nearest ? sql`hit.key` : distanceFrom(start)
  return sql`
WITH hit AS MATERIALIZED (${hits})
SELECT id, ${placeColumns}, hit.key, ${distance} AS distance_m,
       sqrt((${distance}) ^ 2 + coalesce(uncertainty_m, 0)::float8 ^ 2) AS expected_m
FROM hit JOIN place USING (id)
ORDER BY ${nearest ? sql`hit.key, id` : order.by}`
}

export const distanceFrom = (start: Point | null): Sql =>
  start ? sql`ST_Distance(location, ${origin(start)})` : sql`NULL::float8`
