import { type Sql, sql } from '../sql.ts'

/** Locked, so that nobody withdraws or merges it meanwhile. */
export const placeStatus = (id: string): Sql =>
  sql`SELECT status, merged_into FROM place WHERE id = ${id}::uuid FOR UPDATE`
