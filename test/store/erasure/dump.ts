import { type Inspected, rowsOf } from '../../support/inspect.ts'

const TEXTUAL = `data_type IN ('text', 'character varying', 'json', 'jsonb', 'bytea', 'tsvector', 'ARRAY', 'name', 'USER-DEFINED')`

/** Every column that can hold text, as `table.column`, in alphabetical order. */
export async function textColumnsIn(database: Inspected): Promise<readonly string[]> {
  const rows = await rowsOf<{ column: string }>(
    database,
    `SELECT table_name || '.' || column_name AS column
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND ${TEXTUAL}
       AND table_name NOT IN ('_prisma_migrations', 'spatial_ref_sys')
       AND udt_name NOT IN ('geography', 'geometry', '_int4', '_int8', '_uuid')
       AND udt_name NOT IN (SELECT typname FROM pg_type WHERE typtype = 'e')
     ORDER BY 1`
  )
  return rows.map(({ column }) => column)
}

/**
 * Where any of these stands in a dump of the whole database, as `table.column: value`: in any case and with any
 * accents, as bytes, and numbers with anything between their digits.
 */
export async function standingIn(
  database: Inspected,
  words: readonly string[],
  numbers: readonly string[] = []
): Promise<readonly string[]> {
  const columns = await textColumnsIn(database)
  const bytes = words.map((word) => Buffer.from(word).toString('hex'))
  const digits = numbers.map((number) => [...number].join('[^0-9]*')).join('|') || null
  const holds = (value: string) =>
    [...words, ...bytes].some((word) => folded(value).includes(word)) ||
    (digits !== null && new RegExp(digits).test(value))
  const found: string[] = []
  for (const table of new Set(columns.map((column) => column.split('.')[0] ?? ''))) {
    const rows = await rowsOf<{ row: Readonly<Record<string, unknown>> }>(
      database,
      `SELECT to_jsonb(dumped) AS row
       FROM (SELECT dumped, dumped::text AS value, lower(unaccent(dumped::text)) AS folded FROM ${table} dumped OFFSET 0) all_rows
       WHERE EXISTS (SELECT FROM unnest($1::text[]) AS word WHERE strpos(folded, word) > 0) OR value ~ $2`,
      [[...words, ...bytes], digits]
    )
    for (const { row } of rows)
      for (const [column, value] of Object.entries(row)) {
        const text = typeof value === 'string' ? value : JSON.stringify(value)
        if (columns.includes(`${table}.${column}`) && holds(text)) found.push(`${table}.${column}: ${text}`)
      }
  }
  return found
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether PostgreSQL finds each regular expression in its text, without case. */
export async function matchesIn(
  database: Inspected,
  asked: readonly { readonly needle: string; readonly text: string }[]
): Promise<readonly boolean[]> {
  const rows = await rowsOf<{ matches: boolean }>(
    database,
    `SELECT text ~* needle AS matches
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (needle text, text text)) WITH ORDINALITY AS given (needle, text, nth)
     ORDER BY nth`,
    [JSON.stringify(asked)]
  )
  return rows.map(({ matches }) => matches)
}
