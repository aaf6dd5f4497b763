import type { Row } from '../parse/row.ts'
import type { Raw } from '../source.ts'
import { columnsOf } from './feature.ts'

/** The column in which the number of a row is put, for files without any id. */
export const ROW_NUMBER = 'row number'

/** Numbers the rows from 1 in the order of the file. */
export async function* numbered(rows: AsyncIterable<Row>): AsyncIterable<Row> {
  let number = 0
  for await (const row of rows) {
    number++
    yield { ...row, raw: { ...row.raw, [ROW_NUMBER]: number } }
  }
}

/**
 * Joins the rows with the same values in these columns into one record, whose cells hold all different values in the
 * order of the file. A file may list the services of a place far apart, so all of it is held in memory.
 */
export async function* grouped(rows: AsyncIterable<Row>, by: readonly string[]): AsyncIterable<Row> {
  const groups = new Map<string, Row>()
  for await (const row of rows) {
    const columns = columnsOf(row.raw)
    const key = JSON.stringify(by.map((column) => columns[column] ?? null))
    const known = groups.get(key)
    // A row that cannot be read is not part of a place.
    if (row.broken !== undefined) yield row
    else
      groups.set(
        key,
        known === undefined ? { ...row, raw: columns } : { ...known, raw: joined(known.raw, columns) }
      )
  }
  yield* groups.values()
}

function joined(raw: Raw, other: Raw): Raw {
  const all = new Set([...Object.keys(raw), ...Object.keys(other)])
  return Object.fromEntries(
    [...all].map((column) => {
      const values = [raw[column], other[column]]
        .flat()
        .filter((value) => value !== undefined && value !== '')
      const different = [...new Set(values)]
      return [column, different.length > 1 ? different : (different[0] ?? '')]
    })
  )
}
