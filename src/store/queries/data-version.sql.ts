import { type Sql, sql } from '../sql.ts'

/** The version of the data, which moves with every change the API shows, and the secret that signs cursors. */
export function dataVersion(): Sql {
  return sql`SELECT version, cursor_secret FROM data_version`
}
