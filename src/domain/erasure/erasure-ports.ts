import type { MatchWriter } from '../merging/match-writer.ts'
import type { TableCount } from './erasure.ts'
import type { Hold } from './holds.ts'
import type { Release } from './journal.ts'
import type { Person } from './person.ts'
import type { Screened } from './screen-record.ts'

/** A stored record, of any source, present or not. */
export type ErasableRecord = Screened & {
  readonly row: number
  readonly source: string
  /** The position found for its address, with that address; null if none was looked for. */
  readonly geocoded: unknown
  /** Id of the place that it created or describes. */
  readonly place: string | null
}

/**
 * A place. `survivor` is the place into which it was merged in the end, or its own id if it was not merged.
 */
export type ErasablePlace = {
  readonly id: string
  readonly survivor: string
  readonly status: 'active' | 'withdrawn' | 'merged'
  /** As it was last shown. */
  readonly document: Readonly<Record<string, unknown>>
}

export type ErasableCorrection = {
  readonly id: number
  readonly place: string
  readonly field: string
  readonly value: unknown
  readonly replaced: unknown
  readonly made_by: string
  readonly note: string | null
}

/** A value of a table that is neither of records, places nor corrections: reports, journals, authors. */
export type ErasableCell = {
  readonly table: string
  /** The key of its row. */
  readonly row: string
  readonly column: string
  readonly value: unknown
  /** `always`: doubtful spellings are taken out too, because nothing else depends on the value. */
  readonly doubtful: 'always' | 'never'
  /** Whether the row is deleted, because it is worth nothing without the value. */
  readonly isRowDeleted: boolean
}

/** The person in charge, as a record has it. */
export type NamedPerson = {
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
}

type JournalEntry = {
  readonly id: string
  readonly what: 'person' | 'place'
  readonly places: readonly string[]
  readonly counts: readonly TableCount[]
}

/** `person` finds more than it names: each value found must be looked at. */
export type ErasureWriter = MatchWriter & {
  secret(): Promise<Buffer>
  holds(): Promise<readonly Hold[]>
  persons(person: Person): Promise<readonly NamedPerson[]>
  recordsNaming(person: Person): Promise<readonly ErasableRecord[]>
  corrections(person: Person): Promise<readonly ErasableCorrection[]>
  cells(person: Person): Promise<readonly ErasableCell[]>
  /** Places that are not active, whose rows stay as they were when they were last shown. */
  dormant(person: Person): Promise<readonly ErasablePlace[]>
  /** These places, those merged into them, and those into which they were merged, with what was merged into those. */
  around(places: readonly string[]): Promise<readonly ErasablePlace[]>
  recordsAt(places: readonly string[]): Promise<readonly ErasableRecord[]>
  correctionsAt(places: readonly string[]): Promise<readonly ErasableCorrection[]>
  /** Records of places with these names, each given as its folded words, in any town. */
  recordsNamed(names: readonly (readonly string[])[]): Promise<readonly ErasableRecord[]>
  sourceExists(source: string): Promise<boolean>

  putRecords(records: readonly (ErasableRecord & { readonly fingerprint: string })[]): Promise<void>
  /** Deletes records with their keys, pairs and decisions, and what runs reported of them. */
  deleteRecords(records: readonly ErasableRecord[]): Promise<void>
  putCorrections(corrections: readonly ErasableCorrection[]): Promise<void>
  deleteCorrections(ids: readonly number[]): Promise<void>
  putCells(cells: readonly ErasableCell[]): Promise<void>
  /** Deletes the rows that hold these values. */
  deleteCells(cells: readonly ErasableCell[]): Promise<void>
  /** Rewrites places that are not active. They are not reported as changed, because they are not published. */
  putDormant(places: readonly Pick<ErasablePlace, 'id' | 'document'>[]): Promise<void>
  /**
   * Deletes everything of places that are not active but their ids, which answer as withdrawn or redirect. The
   * documents are those to be kept.
   */
  emptyPlaces(places: readonly Pick<ErasablePlace, 'id' | 'document'>[]): Promise<void>
  /** Deletes words, schedules and cached positions that no place needs any more. */
  sweep(person: Person | null, addresses: readonly string[]): Promise<void>
  keepHolds(erasure: string, holds: readonly Hold[]): Promise<void>
  keepJournal(entry: JournalEntry): Promise<void>
  /** Deletes the holds of an erasure, and notes that in the journal. */
  release(id: string): Promise<Release>
  /** The first erasure that holds one of these; null if none does. */
  earlier(holds: readonly Hold[]): Promise<{ readonly id: string; readonly at: string } | null>
}
