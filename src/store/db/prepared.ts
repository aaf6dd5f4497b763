import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Database } from './database.ts'
import type { Sql } from './sql.ts'

/**
 * Maximum number of prepared statements; further statements are not prepared. Each connection keeps its prepared
 * statements, which take about 100 kB per search.
 */
const MOST_NAMES = 200
const names = new LRUCache<string, string>({ max: 1_000 })
let prepared = 0

/**
 * Runs a statement that is used repeatedly with different values. On a server it is prepared once per connection, so
 * it is planned once instead of at each search (0.5 ms). In the embedded database it is not prepared: all connections
 * share one session, in which preparing the same name twice is an error.
 */
export async function run<Row>(
  database: Pick<Database, 'pool' | 'kind'>,
  { text, values }: Sql
): Promise<readonly Row[]> {
  const name = database.kind === 'server' ? nameOf(text) : undefined
  const { rows } = await database.pool.query({ ...(name && { name }), text, values: [...values] })
  return rows as Row[]
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known || undefined
  const name = prepared < MOST_NAMES ? createHash('sha1').update(text).digest('base64url') : ''
  prepared += name ? 1 : 0
  names.set(text, name)
  return name || undefined
}
