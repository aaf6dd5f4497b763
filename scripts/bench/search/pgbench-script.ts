// Writes a shape as a pgbench script: the exact statement texts, prepared, with the captured values bound.
//
// pgbench cannot choose from a list of texts, so the values are in a table, and each transaction starts by reading
// one row with the values of several requests. If a row is used for 40 requests, reading it takes 1 or 2 % of the
// measurement. (With one file per request, each file would be planned each time; with literals in the text,
// statements would be planned with their values.)
import type { Client } from 'pg'
import type { Shape } from '../shapes.ts'

export type Script = {
  readonly text: string
  readonly weight: number
}

/** Maximum number of values in a row, because a row must fit in a page of 8 kB. */
const MOST_COLUMNS = 300

/** Number of requests that fit in one transaction, whichever of these shapes they have. */
export const mostPerTransaction = (shapes: readonly Shape[]): number =>
  Math.max(
    1,
    Math.floor(
      MOST_COLUMNS / Math.max(1, ...shapes.map(({ requests }) => variablesOf(requests).variables.length))
    )
  )

/** Creates the table `bench.<table>` and returns the script that reads it. */
export async function writeScript(
  client: Client,
  table: string,
  { requests, share }: Shape,
  perTransaction: number
): Promise<Script> {
  const first = requests[0] ?? []
  const { variables, of } = variablesOf(requests)
  const rows = Array.from({ length: Math.ceil(requests.length / perTransaction) }, (_, row) =>
    // If there are too few requests to fill the last row, it continues with the first requests.
    Array.from({ length: perTransaction }, (_, n) => (row * perTransaction + n) % requests.length)
  )
  const columns = rows[0]?.flatMap((_, n) => variables.map((_, v) => name(n, v))) ?? []
  await fill(
    client,
    table,
    columns,
    rows.map((row) => row.flatMap((request) => variables.map((values) => values[request] ?? '')))
  )
  const statements = Array.from({ length: perTransaction }, (_, n) => {
    let position = 0
    return first.map(({ text, values }) => {
      const begin = position
      position += values.length
      return `${withVariables(text, (parameter) => name(n, of[begin + parameter - 1] ?? 0))};`
    })
  })
  const text = [
    `\\set row random(1, ${rows.length})`,
    `SELECT * FROM bench.${table} WHERE row = :row \\gset`,
    ...statements.flat()
  ].join('\n')
  return { text: `${text}\n`, weight: Math.round(share * 1_000) }
}

const name = (request: number, variable: number): string => `r${request}v${variable}`

type Variables = {
  /** For each variable, its value in each request. */
  readonly variables: readonly (readonly string[])[]
  /** For each parameter, the index of its variable. */
  readonly of: readonly number[]
}

/**
 * Assigns parameters to variables. Parameters that are equal in every request, such as a point that is bound four
 * times, share one variable.
 */
function variablesOf(requests: Shape['requests']): Variables {
  const bound = requests.map((statements) => statements.flatMap(({ values }) => values))
  const columns = (bound[0] ?? []).map((_, n) => bound.map((values) => values[n] ?? ''))
  const keys = columns.map((column) => JSON.stringify(column))
  const distinct = [...new Set(keys)]
  return {
    variables: distinct.map((key) => columns[keys.indexOf(key)] ?? []),
    of: keys.map((key) => distinct.indexOf(key))
  }
}

/** Replaces parameters by pgbench variables. pgbench reads `:word` as a variable anywhere, but not `::type`. */
function withVariables(text: string, variable: (parameter: number) => string): string {
  if (/(?<!:):[a-z_]/i.test(text)) throw new Error(`pgbench would misread a colon in:\n${text}`)
  return text.replace(/\$(\d+)/g, (_, number) => `:${variable(Number(number))}`)
}

async function fill(
  client: Client,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[]
): Promise<void> {
  const definitions = ['row integer PRIMARY KEY', ...columns.map((column) => `${column} text`)]
  const lines = rows.map(
    (row, n) => `(${[n + 1, ...row.map((value) => client.escapeLiteral(value))].join(', ')})`
  )
  await client.query(`CREATE SCHEMA IF NOT EXISTS bench; DROP TABLE IF EXISTS bench.${table}`)
  await client.query(`CREATE UNLOGGED TABLE bench.${table} (${definitions.join(', ')})`)
  await client.query(`INSERT INTO bench.${table} VALUES ${lines.join(', ')}`)
}
