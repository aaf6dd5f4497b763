import type { RunCounts } from './import-ports.ts'
import type { PositionCounts } from './run-counts.ts'

/** Whether the records are all that the source has, so that what is left out is withdrawn. */
type RecordsMode = 'complete' | 'partial'

/** Mapped records that somebody sends, to be taken in as one run of their source. */
export type RecordsToPut = {
  readonly source: string
  readonly mode: RecordsMode
  /** Per cent of the source's records that may be withdrawn. */
  readonly maxWithdrawn: number
  /** NDJSON, plain or gzip. */
  readonly body: AsyncIterable<Buffer>
}

/** What became of them. */
export type RecordsReport = {
  readonly source: string
  readonly mode: RecordsMode
  readonly counts: RunCounts
  readonly positions: PositionCounts
  /** Of those updated: had been withdrawn, and are there again. */
  readonly returned: number
  /** Of those unchanged: stood in the body before, word for word. */
  readonly repeated: number
  /** The first of them; `counts` tells how many there are. */
  readonly rejections: readonly {
    readonly line: number
    readonly id: string | null
    readonly reasons: readonly string[]
  }[]
  /** SHA-256 of the body as it came, in hexadecimal. */
  readonly body_hash: string
  readonly duration_ms: number
}

/** Throws `sourceNotFound`, `recordsRefused`, `bodyTooLarge` and `importUnderWay`; the directory is then as it was. */
export type PutRecords = (records: RecordsToPut) => Promise<RecordsReport>

/** Unpacked: 100 000 records of 2 kB. */
export const RECORDS_MOST_MEGABYTES = 200
