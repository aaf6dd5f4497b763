import { type Sql, sql } from './sql.ts'

/**
 * Raises the data version. It must be the last statement of each transaction that changes what the API shows; its
 * row lock makes such transactions commit one after another.
 */
export const dataVersionRaise = (): Sql =>
  sql`UPDATE data_version SET version = version + 1, changed_at = now() RETURNING version`

/**
 * The version of the data, which changes with everything that the API shows, and the secret that signs
 * cursors.
 */
export function dataVersion(): Sql {
  return sql`SELECT version, cursor_secret FROM data_version`
}
