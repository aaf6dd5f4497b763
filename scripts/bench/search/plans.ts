// Reads the plan of a captured statement, which is prepared, planned without its values as in the API, and
// executed.
import type { Client } from 'pg'
import type { Statement } from './capture.ts'

export type Plan = {
  readonly lines: readonly string[]
  /** Whether the table of places was scanned sequentially. */
  readonly readsAllPlaces: boolean
}

/**
 * Returns the plan of a statement. The client must have the settings of the API's connections, in particular
 * generic plans.
 */
export async function planOf(client: Client, { text, values }: Statement): Promise<Plan> {
  await client.query(`PREPARE bench_plan AS ${text}`)
  try {
    const given =
      values.length > 0 ? `(${values.map((value) => client.escapeLiteral(value)).join(', ')})` : ''
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN (ANALYZE, BUFFERS) EXECUTE bench_plan${given}`
    )
    const lines = rows.map((row) => row['QUERY PLAN'])
    // The plan also shows branches that were not executed; they do not count.
    const readsAllPlaces = lines.some(
      (line) => /Seq Scan on place\b/.test(line) && !line.includes('(never executed)')
    )
    return { lines, readsAllPlaces }
  } finally {
    await client.query('DEALLOCATE bench_plan')
  }
}
