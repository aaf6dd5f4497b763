import type { Release } from './journal.ts'

/** What to erase: a person, described by names, e-mail addresses or phone numbers, or whole records of a place. */
export type ErasureRequest = PersonRequest | PlaceRequest

export type PersonRequest = {
  readonly what: 'person'
  /** As they were entered; checked by `personOf`. */
  readonly names: readonly string[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  /** Also takes out spellings that may mean others of the same family. */
  readonly doubtful: boolean
}

export type PlaceRequest = {
  readonly what: 'place'
  readonly place: string
  /** Only the records of this source; null for all. */
  readonly source: string | null
}

export type ErasureOptions = {
  readonly by: string
  /** Shows what would be taken out, and changes nothing. */
  readonly dryRun: boolean
}

/** What was done, or would be. Without the person, unless it is a trial. */
export type ErasureReport = {
  /** Of the journal; null in a trial. */
  readonly id: string | null
  readonly dry_run: boolean
  /** RFC 3339 instant at which it was first erased; null in a trial. */
  readonly erased_at: string | null
  /** Whether nothing was left to take out, because it was erased before. */
  readonly repeated: boolean
  readonly counts: readonly TableCount[]
  /** Places that changed or were withdrawn; places merged into another are listed as that one. */
  readonly places: readonly ErasedPlace[]
  /** Only in a trial: what would be taken out, and where. */
  readonly found: readonly FoundTrace[]
  /** Spellings that may mean somebody else, and were left. The words are only shown in a trial. */
  readonly doubtful: readonly DoubtfulRecord[]
}

/** How many rows of a table changed, and how many of them were deleted. */
export type TableCount = { readonly table: string; readonly changed: number; readonly deleted: number }

export type ErasedPlace = { readonly id: string; readonly outcome: 'changed' | 'withdrawn' }

export type FoundTrace = {
  readonly table: string
  /** The record as `source/id`, or the key of the row. */
  readonly row: string
  readonly place: string | null
  readonly field: string
  /** The words to be taken out; null if the whole record goes. */
  readonly found: string | null
}

export type DoubtfulRecord = {
  readonly source: string
  readonly record: string
  readonly place: string | null
  readonly found: readonly string[]
}

export type Eraser = {
  /**
   * Takes a person or records out of the whole directory and holds them against later imports. Repeating it changes
   * nothing. Throws `invalidInput` if the person is not described well enough, `placeNotFound` and `sourceNotFound`.
   */
  readonly erase: (request: ErasureRequest, options: ErasureOptions) => Promise<ErasureReport>
  /** No longer holds a mistaken erasure against imports, which then bring back what their sources still list. */
  readonly release: (id: string, by: string) => Promise<Release>
}
