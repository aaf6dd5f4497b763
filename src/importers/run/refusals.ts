import { type Format, type Rows, unitOf } from '../parse/row.ts'
import { ImportRefused } from '../refused.ts'
import type { Source } from '../source.ts'
import { absentFrom, describeAbsent } from './absent-columns.ts'
import type { Ledger } from './report.ts'

/** A file in another format must be refused as a whole, not as thousands of rejected records. */
export function refuseOthers(source: Source, { format, columns }: Rows): void {
  if (!source.formats.includes(format)) {
    throw new ImportRefused(
      `The input is ${format}; ${source.source} reads ${source.formats.join(' or ')}. ${layoutOf(format, columns)}`
    )
  }
  if (columns.length === 0) throw new ImportRefused('The input holds no record.')
  const names = columns.map((column) => column.trim().toLowerCase())
  const missing = source.columns.filter((column) => !names.includes(column))
  // A JSON record may leave out empty fields; the header of a CSV may not.
  if (missing.length === 0 || (format === 'json' && missing.length < source.columns.length)) return
  throw new ImportRefused(
    `The input has no column ${missing.join(' and no column ')}, so it is not of ${source.source}. ` +
      `${columnsIn(columns)} ` +
      (format === 'csv' ? 'Columns of a CSV are separated by commas, semicolons or tabs. ' : '') +
      OTHER_LAYOUT
  )
}

/** What is missing from a file that was cut must not be withdrawn. */
export function refuseCut(cut: string | null): void {
  if (cut === null) return
  throw new ImportRefused(
    `The input was cut: ${cut}. Nothing was changed. Fetch the file again. ` +
      'To import the records that it has and withdraw none, use --partial; if the line is a note below the table, delete it or use --force; if a quotation mark was forgotten, close it.',
    'cut'
  )
}

/** If most of the known ids describe other places, the file is that of another producer. */
export function refuseOtherProducer({ others, doubted, counts }: Ledger, format: Format): void {
  const doubts = doubted.length >= MANY_DOUBTED ? doubted : []
  const [first] = [...others, ...doubts]
  const likely = counts.updated + counts.unchanged - doubts.length
  if (first === undefined || others.length + doubts.length <= likely) return
  throw new ImportRefused(
    `The file seems to be that of another producer: ${others.length + doubts.length} of its ids are those of other places in the directory. ` +
      `Nothing was changed. The first (${unitOf(format)} ${first.line}): ${first.reasons.join('; ')}.`
  )
}

/** Fewer places may well have been renamed and have moved at the same time. */
const MANY_DOUBTED = 5

/** Nothing at all read is an error of the file, whatever its records say one by one. */
export function refuseNothing(
  { counts, rejections, headers }: Ledger,
  source: Source,
  { format, columns }: Rows
): void {
  if (counts.read === 0) throw new ImportRefused('The input holds no record.')
  if (counts.rejected < counts.read) return
  const first = rejections[0]
  const absent = absentFrom(headers, source).map(describeAbsent)
  throw new ImportRefused(
    `None of the ${counts.read} records can be read; the first (${unitOf(format)} ${first?.line}): ${first?.reasons.join('; ')}. ` +
      (absent.length === 0
        ? ''
        : `The mapping names columns that the input does not have: ${absent.join(', ')} `) +
      layoutOf(format, headers.size > 0 ? [...headers.values()] : columns)
  )
}

/** What a file of another layout has, and what reads it. Bodies of the API have one layout. */
function layoutOf(format: Format, columns: readonly string[]): string {
  if (format === 'ndjson') return ''
  return `${columnsIn(columns)} ${OTHER_LAYOUT}`
}

const columnsIn = (columns: readonly string[]): string =>
  `Its columns are: ${columns.slice(0, 40).join(', ').slice(0, 500)}.`

const OTHER_LAYOUT =
  'A file of another layout needs a mapping: "annuaire mapping FILE --output mapping.yaml" drafts one, and ' +
  '"annuaire import declared FILE --mapping mapping.yaml" imports the file by it.'
