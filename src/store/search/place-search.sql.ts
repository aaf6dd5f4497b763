import type { Point } from '../../domain/geo/geo.ts'
import type { After } from '../../domain/search/ports.ts'
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
  /** Whether the nearest are found by sorting all that match, where the index cannot walk to them. */
  readonly sorted?: boolean
}

/** One page: finds ids by the index that serves, then reads those places, so that only they are carried. */
export function placeSearch(search: Search): Sql {
  const { filters, sort, part, after, limit } = search
  const order = orderOf(sort)
  const nearest = sort === 'distance' && part !== 'unlocated' && filters.near
  const hits = nearest
    ? (search.sorted ? placeNearestSorted : placeNearest)(search, nearest, after, limit)
    : placeInOrder(search, order, after, limit)
  return sql`
WITH hit AS MATERIALIZED (${hits})
SELECT id, ${placeColumns}, hit.key, ${nearest ? sql`hit.key` : distanceFrom(filters.near)} AS distance_m
FROM hit JOIN place USING (id)
ORDER BY ${nearest ? sql`hit.key, id` : order.by}`
}

const distanceFrom = (near: Point | undefined): Sql =>
  near ? sql`ST_Distance(location, ${origin(near)})` : sql`NULL::float8`
