import { type Format, type Rows, unitOf } from '../parse/row.ts'
import { ImportRefused } from '../refused.ts'
import type { Source } from '../source.ts'
import type { Ledger } from './report.ts'

/** A file in another format must be refused as a whole, not as thousands of rejected records. */
export function refuseOthers(source: Source, { format, columns }: Rows): void {
  if (!source.formats.includes(format)) {
    throw new ImportRefused(`The input is ${format}; ${source.source} reads ${source.formats.join(' or ')}.`)
  }
  if (columns.length === 0) throw new ImportRefused('The input holds no record.')
  const names = columns.map((column) => column.trim().toLowerCase())
  const missing = source.columns.filter((column) => !names.includes(column))
  // A JSON record may leave out empty fields; the header of a CSV may not.
  if (missing.length === 0 || (format === 'json' && missing.length < source.columns.length)) return
  throw new ImportRefused(
    `The input has no column ${missing.join(' and no column ')}, so it is not of ${source.source}. ` +
      `Its columns are: ${columns.slice(0, 40).join(', ').slice(0, 500)}. ` +
      (format === 'csv' ? 'Columns of a CSV are separated by commas, semicolons or tabs.' : '')
  )
}

/** Nothing at all read is an error of the file, whatever its records say one by one. */
export function refuseNothing({ counts, rejections }: Ledger, format: Format): void {
  if (counts.read === 0) throw new ImportRefused('The input holds no record.')
  if (counts.rejected < counts.read) return
  const first = rejections[0]
  throw new ImportRefused(
    `None of the ${counts.read} records can be read; the first (${unitOf(format)} ${first?.line}): ${first?.reasons.join('; ')}.`
  )
}
