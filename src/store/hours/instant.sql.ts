import { once, type Sql, sql } from '../db/sql.ts'

/** An instant in epoch milliseconds, as PostgreSQL's own type. */
export const instant = (milliseconds: number): Sql =>
  once(sql`to_timestamp(${milliseconds}::float8 / 1000.0)`)
