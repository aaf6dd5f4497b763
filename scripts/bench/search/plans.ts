// How the server carries out a captured statement: prepared, planned without its values as the API has it done, and run.
import type { Client } from 'pg'
import type { Statement } from './capture.ts'

export type Plan = {
  readonly lines: readonly string[]
  /** Whether all places were read one after the other. */
  readonly readsAllPlaces: boolean
}

/** The client must have the settings of the API's connections, generic plans above all. */
export async function planOf(client: Client, { text, values }: Statement): Promise<Plan> {
  await client.query(`PREPARE bench_plan AS ${text}`)
  try {
    const given =
      values.length > 0 ? `(${values.map((value) => client.escapeLiteral(value)).join(', ')})` : ''
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN (ANALYZE, BUFFERS) EXECUTE bench_plan${given}`
    )
    const lines = rows.map((row) => row['QUERY PLAN'])
    // A branch that was not taken is in the plan, and read nothing.
    const readsAllPlaces = lines.some(
      (line) => /Seq Scan on place\b/.test(line) && !line.includes('(never executed)')
    )
    return { lines, readsAllPlaces }
  } finally {
    await client.query('DEALLOCATE bench_plan')
  }
}
