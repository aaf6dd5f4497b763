import { type Format, type Rows, unitOf } from '../parse/row.ts'
import { ImportRefused } from '../refused.ts'
import type { Source } from '../source.ts'
import { absentFrom, describeAbsent } from './absent-columns.ts'
import type { Ledger } from './report.ts'

/** Refuses a file in another format as a whole; otherwise each of its thousands of records would be rejected. */
export function refuseOthers(source: Source, { format, columns }: Rows): void {
  if (!source.formats.includes(format)) {
    throw new ImportRefused(
      `The input is ${format}; ${source.source} reads ${source.formats.join(' or ')}. ${layoutOf(format, columns)}`
    )
  }
  if (columns.length === 0) throw new ImportRefused('The input holds no record.')
  const names = columns.map((column) => column.trim().toLowerCase())
  const missing = source.columns.filter((column) => !names.includes(column))
  // A JSON record may leave out empty fields, but the header of a CSV file must name all columns.
  if (missing.length === 0 || (format === 'json' && missing.length < source.columns.length)) return
  throw new ImportRefused(
    `The input has no column ${missing.join(' and no column ')}, so it is not of ${source.source}. ` +
      `${columnsIn(columns)} ` +
      (format === 'csv' ? 'Columns of a CSV are separated by commas, semicolons or tabs. ' : '') +
      OTHER_LAYOUT
  )
}

/** Refuses a file that was cut, because records after the cut would be withdrawn. */
export function refuseCut(cut: string | null): void {
  if (cut === null) return
  throw new ImportRefused(
    `The input was cut: ${cut}. Nothing was changed. Fetch the file again. ` +
      'To import the records that it has and withdraw none, use --partial; if the line is a note below the table, delete it or use --force; if a quotation mark was forgotten, close it.',
    'cut'
  )
}

/** Refuses the file if most of its known ids describe other places, because it then comes from another producer. */
export function refuseOtherProducer({ others, doubted, counts }: Ledger, format: Format): void {
  const doubts = doubted.count >= MANY_DOUBTED ? doubted.count : 0
  const first = others.first[0] ?? (doubts > 0 ? doubted.first[0] : undefined)
  const likely = counts.updated + counts.unchanged - doubts
  if (first === undefined || others.count + doubts <= likely) return
  throw new ImportRefused(
    `The file seems to be that of another producer: ${others.count + doubts} of its ids are those of other places in the directory. ` +
      `Nothing was changed. The first (${unitOf(format)} ${first.line}): ${first.reasons.join('; ')}.`
  )
}

/**
 * Number of doubtful records from which they count as evidence of another producer. Fewer places may well have been
 * renamed and have moved at the same time.
 */
const MANY_DOUBTED = 5

/**
 * If no record so far could be read, that is an error of the file, whatever its records say one by one. `which` is `first `
 * if there may be more records: then one readable record in ten is too few as well, because three million faulty lines
 * with a good one among them keep the imports of others waiting for minutes.
 */
export function refuseNothing(
  { counts, rejections, headers }: Ledger,
  source: Source,
  { format, columns }: Rows,
  which: '' | 'first ' = ''
): void {
  if (counts.read === 0) throw new ImportRefused('The input holds no record.')
  const readable = counts.read - counts.rejected
  if (readable > (which === 'first ' ? counts.read / 10 : 0)) return
  const first = rejections[0]
  const absent = absentFrom(headers, source).map(describeAbsent)
  throw new ImportRefused(
    `${readable === 0 ? 'None' : `Only ${readable}`} of the ${which}${counts.read} records can be read; the first${readable === 0 ? '' : ' faulty one'} (${unitOf(format)} ${first?.line}): ${first?.reasons.join('; ')}. ` +
      (absent.length === 0
        ? ''
        : `The mapping names columns that the input does not have: ${absent.join(', ')} `) +
      layoutOf(format, headers.size > 0 ? [...headers.values()] : columns)
  )
}

/**
 * Names the columns of a file with another layout, and the importers that read other layouts. Bodies of the API
 * have only one layout, so nothing is said about them.
 */
function layoutOf(format: Format, columns: readonly string[]): string {
  if (format === 'ndjson') return ''
  return `${columnsIn(columns)} ${OTHER_LAYOUT}`
}

const columnsIn = (columns: readonly string[]): string =>
  `Its columns are: ${columns.slice(0, 40).join(', ').slice(0, 500)}.`

const OTHER_LAYOUT =
  'A file of another layout needs a mapping: "annuaire mapping FILE --output mapping.yaml" drafts one, and ' +
  '"annuaire import declared FILE --mapping mapping.yaml" imports the file by it.'
