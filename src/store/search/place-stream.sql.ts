import type { Point } from '../../domain/geo/geo.ts'
import { and, type Sql, sql } from '../db/sql.ts'
import { placeColumns } from '../places/place-columns.sql.ts'
import { type Asked, conditions } from './place-conditions.sql.ts'
import { distanceFrom } from './place-search.sql.ts'

/**
 * The next batch of all that matches, by id. A page by key and not a cursor: the embedded database has one session,
 * where an open cursor would make everybody else wait.
 */
export function placeStream(asked: Asked, start: Point | null, after: string | null, limit: number): Sql {
  const distance = distanceFrom(start)
  return sql`
SELECT id, ${placeColumns}, id AS key, ${distance} AS distance_m
FROM place
WHERE ${and([conditions(asked), after !== null && sql`id > ${after}::uuid`])}
ORDER BY id LIMIT ${limit}`
}

/**
 * Changes when a matching place comes, goes or changes, and then only: `updated_at` moves with the document. A sum,
 * because it needs no order.
 */
export function placeDigest(asked: Asked): Sql {
  return sql`
SELECT count(*) || '-' || coalesce(sum(hashtextextended(id::text || updated_at::text, 0)::numeric), 0) AS digest
FROM place WHERE ${conditions(asked)}`
}
