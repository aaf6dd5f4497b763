import type { After } from '../../domain/ports.ts'
import type { Sort } from '../../domain/search-question.ts'
import { type Sql, sql } from '../sql.ts'

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

/** The order of every sort but distance and relevance, which have statements of their own. */
export function orderOf(sort: Sort): Order {
  if (sort === 'name') return NAME
  return sort === 'updated' ? UPDATED : UNLOCATED
}
