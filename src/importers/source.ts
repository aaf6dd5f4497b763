import type { Scope } from '../domain/imports/import-ports.ts'
import type { MappedRecord, SourceDefinition } from '../domain/places/source-record.ts'
import type { Centres, CommuneIndex } from '../domain/territories/communes.ts'
import type { Finding } from './finding.ts'
import type { Format, Row, Workbook } from './parse/row.ts'

export type Raw = Readonly<Record<string, unknown>>

export type Mapped = { readonly findings: readonly Finding[] } & (
  | { readonly ok: true; readonly record: MappedRecord }
  | { readonly ok: false; readonly id: string | null; readonly reasons: readonly string[] }
)

/** Reference data for mappings. The communes are fixed for a release of the program. */
export type Lookups = {
  readonly communes: CommuneIndex
  /** Centres of communes from the database, used to check positions, in addition to the built-in centres. */
  readonly centres?: Centres
  /** A hash of the centres. Findings about a record are only valid for the edition with which it was read. */
  readonly edition?: string
}

/** The definition of a source, which is all that the import pipeline needs to know about it. */
export type Source = SourceDefinition & {
  /** URL of the complete file; null if files of this source are only imported by hand. */
  readonly url: string | null
  /** Hours between two downloads by `serve --sync`; null if there is no schedule. */
  readonly cadence: number | null
  /**
   * For which records a file is complete, so that those missing from it are withdrawn. `source`: for all records of
   * the source. `producer`: for the records of the producers in the file. Their names come before the colon of the
   * record ids; this is for sources with one layout and a file from each of many producers.
   */
  readonly scope: Scope
  /** The formats in which the source publishes its files. */
  readonly formats: readonly Format[]
  /** Turns the rows of a file into records, if a row is not simply one record. */
  readonly arrange?: (rows: AsyncIterable<Row>) => AsyncIterable<Row>
  /** Where the records are in an Excel or CSV file, if not in the first sheet below the first row. */
  readonly workbook?: Workbook
  /** Columns that every file of this source has, in any format. */
  readonly columns: readonly string[]
  /**
   * The column with the name of the producer, which then comes before the colon of the record id. Records without a
   * name may come from any producer, so a known id with another name in another commune is not taken for the same
   * place.
   */
  readonly producerColumn?: string
  /**
   * The columns that a mapping reads, so that columns missing from the file can be reported. Each group is read
   * from the first of its columns that has a value. Absent for sources with files of several years that have
   * different columns.
   */
  readonly reads?: {
    readonly groups: readonly (readonly string[])[]
    readonly columnsOf: (raw: Raw) => Raw
  }
  /** A text that changes with the mapping, if the mapping is not part of a release of the program. */
  readonly revision?: string
  /**
   * Maps a record. It must be pure: the same raw record must always give the same mapped record, otherwise the
   * fingerprints would be wrong. The only exception is the date of change, which is compared with today; a date
   * that was refused stays refused until the row changes.
   */
  readonly map: (raw: Raw, lookups: Lookups) => Mapped
}
