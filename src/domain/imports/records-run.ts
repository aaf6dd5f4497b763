import type { RunCounts } from './import-ports.ts'
import type { PositionCounts } from './run-counts.ts'

/** Whether the records are complete, so that missing ones are withdrawn. */
type RecordsMode = 'complete' | 'partial'

/** Mapped records sent over HTTP, to be imported as one run of their source. */
export type RecordsToPut = {
  readonly source: string
  readonly mode: RecordsMode
  /** Percentage of the source's records that may be withdrawn. */
  readonly maxWithdrawn: number
  /** NDJSON, plain or gzip. */
  readonly body: AsyncIterable<Buffer>
}

/** The outcome of a run of records sent over HTTP. */
export type RecordsReport = {
  readonly source: string
  readonly mode: RecordsMode
  readonly counts: RunCounts
  readonly positions: PositionCounts
  /** Updated records that had been withdrawn before. */
  readonly returned: number
  /** Unchanged records that are exact repetitions of an earlier line of the body. */
  readonly repeated: number
  /** The first rejections; `counts` has their total number. */
  readonly rejections: readonly {
    readonly line: number
    readonly id: string | null
    readonly reasons: readonly string[]
  }[]
  /** SHA-256 of the body as received, in hexadecimal. */
  readonly body_hash: string
  readonly duration_ms: number
}

/**
 * Throws `sourceNotFound`, `sourceHeld`, `recordsRefused`, `notNdjson`, `bodyTooLarge`, `tooManyRecords`, `importUnderWay`
 * and `importInterrupted`; the directory is then unchanged.
 */
export type PutRecords = (records: RecordsToPut) => Promise<RecordsReport>

/** Maximum decompressed size of a body, which is enough for 100 000 records of 2 kB. */
export const RECORDS_MOST_MEGABYTES = 200

/**
 * Maximum number of records of a body, repeated ones included. Other sources wait while a run is written, and the largest
 * directories that send their records have 100 000. A body of short lines could have three million.
 */
export const RECORDS_MOST = 200_000
