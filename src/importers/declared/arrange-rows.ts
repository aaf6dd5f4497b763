import type { Row } from '../parse/row.ts'
import { sizeOf } from '../parse/size.ts'
import { ImportRefused } from '../refused.ts'
import type { Raw } from '../source.ts'
import { columnsOf } from './feature.ts'

/** The column to which the number of each row is added, for files without any id. */
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
 * order of the file. A file may list the services of a place far apart, so the whole file is held in memory.
 */
export async function* grouped(rows: AsyncIterable<Row>, by: readonly string[]): AsyncIterable<Row> {
  const groups = new Map<string, Row>()
  let size = 0
  for await (const row of rows) {
    size += sizeOf(row.raw)
    if (size > MOST_HELD)
      throw new ImportRefused(
        'The file is too large for a mapping that joins rows, because all of it is held in memory: join its rows first, or split it.'
      )
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

/** Bytes in memory. 50 000 rows with 20 columns take half of it. */
const MOST_HELD = 128 * 1024 * 1024

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
