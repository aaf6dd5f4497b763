import { type Sql, sql } from './sql.ts'

/** The last act of a transaction that changes what the API shows: whoever holds the row commits first. */
export const dataVersionRaise = (): Sql =>
  sql`UPDATE data_version SET version = version + 1, changed_at = now() RETURNING version`

/** The version of the data, which moves with every change the API shows, and the secret that signs cursors. */
export function dataVersion(): Sql {
  return sql`SELECT version, cursor_secret FROM data_version`
}
