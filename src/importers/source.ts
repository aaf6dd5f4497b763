import type { Scope } from '../domain/imports/import-ports.ts'
import type { MappedRecord, SourceFacts } from '../domain/places/source-record.ts'
import type { Centres, CommuneIndex } from '../domain/territories/communes.ts'
import type { Finding } from './finding.ts'
import type { Format } from './parse/row.ts'

export type Raw = Readonly<Record<string, unknown>>

export type Mapped = { readonly findings: readonly Finding[] } & (
  | { readonly ok: true; readonly record: MappedRecord }
  | { readonly ok: false; readonly id: string | null; readonly reasons: readonly string[] }
)

/** What every mapping may ask. The communes are fixed for a release of the program. */
export type Lookups = {
  readonly communes: CommuneIndex
  /** Beside those that the program knows itself, against which positions are held. */
  readonly centres?: Centres
  /** Changes with the centres: what was told of a record holds for one edition. */
  readonly edition?: string
}

/** All that a source says of itself; the pipeline does the rest. */
export type Source = SourceFacts & {
  readonly name: string
  readonly homepage: string | null
  /** Where its whole file is fetched from; null where it is only ever given by hand. */
  readonly url: string | null
  /** Hours between two fetches of that address by `serve --sync`; null where there is none. */
  readonly cadence: number | null
  /**
   * Of what a file is complete, so that whatever it leaves out is withdrawn. `source`: all that the source has.
   * `producer`: of the producers in it, which stand before the colon of its record ids; files of one layout come from
   * many, and none holds what the others have.
   */
  readonly scope: Scope
  /** What its files may be. */
  readonly formats: readonly Format[]
  /** Columns without which a file is not one of this source, whatever its format. */
  readonly columns: readonly string[]
  /** Changes with the mapping, where that is no part of a release of the program. */
  readonly revision?: string
  /** Pure: the same raw record always makes the same mapped one, or the fingerprints would lie. */
  readonly map: (raw: Raw, lookups: Lookups) => Mapped
}
