import { type Sql, sql } from '../db/sql.ts'

export type NewKey = {
  readonly id: string
  readonly name: string
  readonly digest: Buffer
  readonly scopes: readonly string[]
  /** RFC 3339 instant. */
  readonly expires_at: string | null
}

const keyColumns = sql`id, name, scopes, created_at, expires_at, revoked_at, last_used_on`

export const keyFind = (id: string): Sql => sql`SELECT ${keyColumns}, digest FROM access_key WHERE id = ${id}`

export const keysList = (): Sql => sql`SELECT ${keyColumns} FROM access_key ORDER BY created_at, id`

export const keyAdd = ({ id, name, digest, scopes, expires_at }: NewKey): Sql => sql`
INSERT INTO access_key (id, name, digest, scopes, expires_at)
VALUES (${id}, ${name}, ${digest}, ${scopes}::text[], ${expires_at}::timestamptz)`

export const keyRevoke = (id: string): Sql =>
  sql`UPDATE access_key SET revoked_at = now() WHERE id = ${id} AND revoked_at IS NULL`

export const keyUsed = (id: string, day: string): Sql =>
  sql`UPDATE access_key SET last_used_on = ${day}::date WHERE id = ${id} AND last_used_on IS DISTINCT FROM ${day}::date`
