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
  /** Centres of communes in the database, in addition to the built-in ones, for checking positions. */
  readonly centres?: Centres
  /** A hash of the centres: findings about a record are valid for one edition. */
  readonly edition?: string
}

/** The definition of a source; the pipeline does the rest. */
export type Source = SourceDefinition & {
  /** URL of the whole file; null if its files are only imported by hand. */
  readonly url: string | null
  /** Hours between two fetches by `serve --sync`; null without a schedule. */
  readonly cadence: number | null
  /**
   * The scope for which a file is complete, so that missing records are withdrawn. `source`: everything in
   * the source. `producer`: the producers in the file, whose name is before the colon of record ids; for
   * files of one layout from many producers.
   */
  readonly scope: Scope
  /** Formats of its files. */
  readonly formats: readonly Format[]
  /** How the rows of a file become records, if each row is not one. */
  readonly arrange?: (rows: AsyncIterable<Row>) => AsyncIterable<Row>
  /** Where the records of an Excel file are, if not in its first sheet below the first row. */
  readonly workbook?: Workbook
  /** Columns that every file of this source has, in any format. */
  readonly columns: readonly string[]
  /**
   * The column that names the producer, whose name then is before the colon of record ids. Records without it may come
   * from any producer, so a known id with another name in another commune is not taken for the same place.
   */
  readonly producerColumn?: string
  /**
   * The columns that a mapping reads, to report those that the file lacks: each group is read from the first of its
   * columns with a value. Sources that read files of several years, each with columns of its own, have none.
   */
  readonly reads?: {
    readonly groups: readonly (readonly string[])[]
    readonly columnsOf: (raw: Raw) => Raw
  }
  /** Changes with the mapping, if that is not part of a release of the program. */
  readonly revision?: string
  /**
   * Must be pure: the same raw record always gives the same mapped record, otherwise the fingerprints would
   * be wrong. Only a date of change is compared with today; one that was refused stays so until the row changes.
   */
  readonly map: (raw: Raw, lookups: Lookups) => Mapped
}
