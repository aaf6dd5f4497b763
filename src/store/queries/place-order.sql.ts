import type { After } from '../../domain/ports.ts'
import type { Filters, Sort } from '../../domain/search-question.ts'
import { type Sql, sql } from '../sql.ts'
import { origin, words } from './place-conditions.sql.ts'

/** A total order: what it sorts by, in which direction, and what comes after a place of it. Ties end on the id. */
export type Order = { readonly key: Sql; readonly by: Sql; readonly after: (after: After) => Sql }

const NAME: Order = {
  key: sql`sort_name`,
  by: sql`sort_name, id`,
  after: ({ key, id }) => sql`(sort_name, id) > (${key}::text, ${id}::uuid)`
}

const UPDATED: Order = {
  // As text: JavaScript's dates have no microseconds, and a page must go on exactly where one ended.
  key: sql`updated_at::text`,
  by: sql`updated_at DESC, id`,
  after: ({ key, id }) =>
    sql`updated_at <= ${key}::timestamptz AND (updated_at < ${key}::timestamptz OR id > ${id}::uuid)`
}

const UNLOCATED: Order = { key: sql`''`, by: sql`id`, after: ({ id }) => sql`id > ${id}::uuid` }

/** The order of every sort but distance, which has a statement of its own. */
export function orderOf(sort: Sort, filters: Filters): Order {
  if (sort === 'name') return NAME
  if (sort === 'updated') return UPDATED
  if (sort === 'distance') return UNLOCATED
  const score = relevance(filters)
  return {
    key: score,
    by: sql`${score} DESC, id`,
    after: ({ key, id }) => sql`(${score} < ${key}::float8 OR ${score} = ${key}::float8 AND id > ${id}::uuid)`
  }
}

/**
 * How well the words are met, 0 to 1 (rank over rank plus one); from a point, halved at each 10 km, about the
 * distance at which people say they would rather have the next best place.
 */
function relevance({ q, near }: Filters): Sql {
  if (q === undefined) return sql`0::float8`
  const rank = sql`ts_rank('{0.1, 0.2, 0.4, 1.0}', search, ${words(q)}, 32)::float8`
  if (!near) return rank
  return sql`${rank} / (1 + coalesce(ST_Distance(location, ${origin(near)}), 1e7) / 10000)`
}
