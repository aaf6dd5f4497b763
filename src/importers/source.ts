import type { CommuneIndex } from '../domain/communes.ts'
import type { MappedRecord, SourceFacts } from '../domain/source-record.ts'
import type { Finding } from './finding.ts'
import type { Format } from './parse/row.ts'

export type Raw = Readonly<Record<string, unknown>>

export type Mapped = { readonly findings: readonly Finding[] } & (
  | { readonly ok: true; readonly record: MappedRecord }
  | { readonly ok: false; readonly id: string | null; readonly reasons: readonly string[] }
)

/** What every mapping may ask; all of it is fixed for a release of the program. */
export type Lookups = { readonly communes: CommuneIndex }

/** All that a source says of itself; the pipeline does the rest. */
export type Source = SourceFacts & {
  readonly name: string
  readonly homepage: string | null
  /** What its files may be. */
  readonly formats: readonly Format[]
  /** Columns without which a file is not one of this source, whatever its format. */
  readonly columns: readonly string[]
  /** Pure: the same raw record always makes the same mapped one, or the fingerprints would lie. */
  readonly map: (raw: Raw, lookups: Lookups) => Mapped
}
