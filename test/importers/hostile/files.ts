import { gzipSync } from 'node:zlib'
import { TWO_PLACES, workbook } from './workbooks.ts'

/** A file that is small or large by itself, and would be huge in memory. */
type Hostile = {
  readonly name: string
  readonly make: () => string | Buffer
  /** Why it is refused, or the counts of its run. */
  readonly ends: RegExp | { readonly read: number; readonly created: number; readonly rejected: number }
}

const PLACE = { id: '1', nom: 'Médiathèque de Bayeux', code_postal: '14400', commune: 'Bayeux' }
/** A line that is rejected. */
const REFUSED = '{"nom":""}\n'
const HEADER = 'id,nom,code_postal,commune'
const MEGABYTE = 1024 * 1024
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** Records with more names than any place has. */
const MANY_NAMES = Array.from(
  { length: 10 },
  (_, record) =>
    `{"id":"r${record}",${Array.from({ length: 60_000 }, (_, at) => `"n${record}_${at}":1`).join()}}`
)

const WORKBOOKS: readonly Hostile[] = [
  {
    name: 'a workbook of 1 kB with a cell in its last row and column',
    make: () => workbook(`${TWO_PLACES}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
    ends: /cells down to row 1048576 and in 16384 columns/
  },
  {
    name: 'the same cell, whose reference is written in another way',
    make: () => workbook(`${TWO_PLACES}<row><c r="&#88;FD1048576"><v>1</v></c></row>`),
    ends: /more memory or time than is allowed/
  }
]

const JSONS: readonly Hostile[] = [
  { name: 'JSON of a million brackets', make: () => nested(1_000_000), ends: /more than 25000 levels/ },
  {
    name: 'JSON with a record of 100 levels',
    make: () => `[${JSON.stringify(PLACE)},{"id":"2","nom":${nested(100)}}]`,
    ends: { read: 2, created: 1, rejected: 1 }
  },
  {
    name: 'JSON with a text that does not end',
    make: () => gzipSync(`[${JSON.stringify(PLACE)},{"id":"${'x'.repeat(20 * MEGABYTE)}`),
    ends: /4 MB without the end of a record/
  },
  {
    name: 'JSON with a list of a million lists in a record',
    make: () => `[${JSON.stringify(PLACE)},{"id":"2","nom":[${'[],'.repeat(1_000_000)}[]]}]`,
    ends: { read: 2, created: 1, rejected: 1 }
  },
  {
    name: 'JSON with 10 records of 60 000 names each',
    make: () => `[${[JSON.stringify(PLACE), ...MANY_NAMES].join(',')}]`,
    ends: { read: 11, created: 1, rejected: 10 }
  },
  {
    name: 'gzip of NDJSON with 10 records of 60 000 names each',
    make: () => gzipSync([JSON.stringify(PLACE), ...MANY_NAMES].join('\n')),
    ends: { read: 11, created: 1, rejected: 10 }
  },
  {
    name: 'gzip of NDJSON with 50 lines of a megabyte that are no JSON',
    make: () => gzipSync(`${JSON.stringify(PLACE)}\n${`{"id":${'x'.repeat(MEGABYTE - 10)}\n`.repeat(50)}`),
    ends: { read: 51, created: 1, rejected: 50 }
  },
  {
    name: 'JSON in which each record has columns of its own',
    make: () =>
      JSON.stringify(
        Array.from({ length: 5_000 }, (_, at) => ({ ...PLACE, [`${at}${'x'.repeat(500)}`]: 'x' }))
      ),
    ends: { read: 5_000, created: 1, rejected: 0 }
  },
  {
    name: 'gzip of 40 kB with 3 000 000 records that are all refused',
    make: () => gzipSync(REFUSED.repeat(3_000_000)),
    ends: /None of the first 10000 records can be read/
  },
  {
    name: 'gzip with 50 000 records that are refused, but for one in 1 000',
    make: () => gzipSync(`${JSON.stringify(PLACE)}\n${REFUSED.repeat(999)}`.repeat(50)),
    ends: /Only 10 of the first 10000 records can be read/
  },
  {
    name: 'gzip with 30 000 records, of which five in six are refused',
    make: () => gzipSync(`${JSON.stringify(PLACE)}\n${REFUSED.repeat(5)}`.repeat(5_000)),
    ends: { read: 30_000, created: 1, rejected: 25_000 }
  }
]

const CSVS: readonly Hostile[] = [
  {
    name: 'a CSV with half a million columns',
    make: () => `${HEADER}${','.repeat(500_000)}\n`,
    ends: /500004 columns|more than 5000 fields/
  },
  {
    name: 'a CSV whose rows have a million fields',
    make: () =>
      `${HEADER}\n1,Médiathèque de Bayeux,14400,Bayeux\n${`2${','.repeat(MEGABYTE - 10)}\n`.repeat(12)}`,
    ends: { read: 13, created: 1, rejected: 12 }
  },
  {
    name: 'gzip with quotation marks in wrong places only',
    make: () => gzipSync(`${HEADER}\n${'a"b\n'.repeat(200_000)}`),
    ends: /None of the first 10000 records/
  },
  {
    name: 'gzip with an open quotation mark and lines without end',
    make: () => gzipSync(`${HEADER}\n1,"${'\n'.repeat(20 * MEGABYTE)}`),
    ends: /ends within the quotation marks|None of the/
  },
  {
    name: 'gzip with 80 MB of empty lines',
    make: () => gzipSync(`${HEADER}\n${'\n'.repeat(80 * MEGABYTE)}`),
    ends: /larger than 64 MB/
  }
]

export const HOSTILE: readonly Hostile[] = [...WORKBOOKS, ...JSONS, ...CSVS]
