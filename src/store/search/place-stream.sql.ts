import type { Point } from '../../domain/geo/geo.ts'
import { and, type Sql, sql } from '../db/sql.ts'
import { placeColumns } from '../places/place-columns.sql.ts'
import { type Asked, conditions } from './place-conditions.sql.ts'
import { distanceFrom } from './place-search.sql.ts'

/**
 * Reads the next batch of all matching places, in the order of their ids. Each batch starts after the last id of
 * the previous batch. A cursor is not used, because the embedded database has a single session, in which an open
 * cursor would make all other requests wait.
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
 * A digest that changes if and only if a matching place is added, removed or changed, because `updated_at` changes
 * with the document. It is a sum, so it does not depend on the order of the places.
 */
export function placeDigest(asked: Asked): Sql {
  return sql`
SELECT count(*) || '-' || coalesce(sum(hashtextextended(id::text || updated_at::text, 0)::numeric), 0) AS digest
FROM place WHERE ${conditions(asked)}`
}
