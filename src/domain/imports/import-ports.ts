import type { Matcher } from '../erasure/matcher.ts'
import type { Geocoder, PostcodeCentres } from '../geocoding/geocoder.ts'
import type { GeocodeCache, Outcome } from '../geocoding/locate.ts'
import type { MatchWriter } from '../merging/match-writer.ts'
import type { PlaceToPut } from '../places/compose-place.ts'
import type { Address } from '../places/place.ts'
import type { MappedRecord, SourceDefinition } from '../places/source-record.ts'
import type { PlaceWriter, Publishing } from '../publishing/publishing.ts'
import type { Candidate, Recognition } from './recognise-place.ts'
import type { PlacedCounts, PositionCounts } from './run-counts.ts'
import type { UnmappedCount } from './source.ts'

/** What an import needs from the store. */
export type ImportStore = {
  /**
   * Begins a run; null while another run of the same source is in progress. A dry run is not recorded. When the signal
   * is aborted, the statement that the run is waiting for is cancelled, and no other one writes to the directory.
   */
  begin(
    source: SourceDefinition,
    origin: string,
    dry: boolean,
    signal?: AbortSignal
  ): Promise<ImportSession | null>
}

/** The scope of a complete file: the whole source, or each producer in it. */
export type Scope = 'source' | 'producer'

/** One run of one source. It must always be closed, also after an error. */
export type ImportSession = {
  /** Recognises persons and records that were erased before the run began. */
  readonly erased: Matcher
  /**
   * The records with these keys that need not be read again, in the order of the keys; null for the others.
   */
  recall(keys: readonly string[]): Promise<readonly (RecalledRecord | null)[]>
  /**
   * Stores records in the staging area, outside the directory, and returns the state of each record, in the order
   * given.
   */
  stage(records: readonly StagedRecord[]): Promise<readonly Staging[]>
  stageRejections(rejections: readonly StagedRejection[]): Promise<void>
  /**
   * Stores positions for staged records that have none themselves. They are not visible outside the run until it
   * commits.
   */
  stagePositions(positions: readonly StagedPosition[]): Promise<void>
  /**
   * Records that the run does not change but whose position may now be found more precisely, ordered by id.
   */
  unsettled(question: UnsettledQuestion): Promise<readonly UnsettledRecord[]>
  /** Stages records as if they had changed, so that the run composes their places again. */
  restage(ids: readonly string[]): Promise<void>
  /** Returns the ids of the given records that do not belong to an existing place. */
  loose(ids: readonly string[]): Promise<readonly string[]>
  /** Candidate places by record id; most records have none. */
  candidates(records: readonly MappedRecord[]): Promise<ReadonlyMap<string, readonly Candidate[]>>
  stagePlaced(placed: readonly StagedPlace[]): Promise<void>
  readonly geocoding: {
    readonly offline: Geocoder
    readonly cache: GeocodeCache
    readonly postcodes: PostcodeCentres
  }
  /**
   * Metadata of the last fetch from this run's URL; null if the directory has since imported something else from the
   * source.
   */
  lastFetch(partial: boolean): Promise<Fetched | null>
  /** The directory's records with these ids, by id; records that were withdrawn are left out. */
  known(ids: readonly string[]): Promise<ReadonlyMap<string, KnownRecord>>
  /** All scopes covered by the staged records, and the number of records that each would lose. */
  losses(scope: Scope): Promise<readonly Loss[]>
  readonly publishing: Publishing<ImportWriter>
  /** Marks the run as failed, with the reason; the directory is unchanged. */
  fail(error: string, summary: RunSummary): Promise<void>
  close(): Promise<void>
}

export type StagedRecord = {
  readonly line: number
  readonly id: string
  readonly raw: unknown
  /** Null for a recalled record, which is already in the directory. */
  readonly mapped: MappedRecord | null
  /** SHA-256 of `mapped`, in hexadecimal. */
  readonly fingerprint: string
  readonly reading: Reading
}

/** The result of reading a raw record, stored so that an identical record need not be read again. */
type Reading = {
  /** A UUID of the raw record, its source and the version that read it; null if it must be read each time. */
  readonly raw_key: string | null
  /** The findings of the mapping; null if there are none. */
  readonly told: unknown
  /** Whether the record contains a position. */
  readonly located: boolean
}

/** A stored record that was read from an identical raw record. */
export type RecalledRecord = Omit<Reading, 'raw_key'> & { readonly id: string; readonly fingerprint: string }

/**
 * `returned`: the record had been withdrawn and is back. `repeated`: an identical record came earlier in this
 * run. `contested`: a record with the same id but other content came earlier, on the given line.
 */
export type Staging =
  | { readonly state: 'created' | 'updated' | 'returned' | 'unchanged' | 'repeated' }
  | { readonly state: 'contested'; readonly line: number }

/** The parts of a stored record that show whether a new record describes the same place. */
export type KnownRecord = {
  readonly name: string
  readonly city: string | null
  /** INSEE code. */
  readonly commune: string | null
  readonly street: string | null
  readonly phone: string | null
}

export type StagedRejection = {
  readonly line: number
  readonly record_id: string | null
  readonly reasons: readonly string[]
  /** Null for a rejection that is only counted. */
  readonly raw: unknown
}

/** The place recognised for a record that creates none itself. */
type StagedPlace = { readonly record_id: string; readonly recognition: Recognition }

export type StagedPosition = Outcome & { readonly record_id: string }

export type UnsettledRecord = StagedPosition & { readonly address: Address }

type UnsettledQuestion = {
  /** Whether to return all records of the source, not only the records in the file. */
  readonly all: boolean
  /** Whether to return only records without any position. */
  readonly missingOnly: boolean
  readonly after: string
  readonly limit: number
}

/** Validators for a conditional request, and the program version that read the file. */
export type Fetched = {
  readonly etag: string | null
  readonly last_modified: string | null
  readonly program: string
}

export type Loss = {
  /** The producer; null for a whole source, and for records without a producer. */
  readonly scope: string | null
  /** Number of present records. */
  readonly present: number
  /** Number of present records that are missing from the file. */
  readonly missing: number
}

export type RunCounts = {
  readonly read: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly withdrawn: number
  readonly rejected: number
}

export type RunSummary = {
  readonly file_hash: string | null
  readonly counts: RunCounts
  /** Null for records that were generated instead of read. */
  readonly positions: PositionCounts | null
  readonly placed: PlacedCounts | null
  readonly unmapped: readonly UnmappedCount[]
  readonly fetched: Fetched | null
  /** Whether nothing was read because the server reported no change. */
  readonly not_modified: boolean
  readonly partial: boolean
}

/** Moves the staged records of a run into the directory. */
export type ImportWriter = PlaceWriter & {
  /**
   * If the directory is empty and the run has so many records that rebuilding the indexes is cheaper than
   * maintaining them, does the work without indexes.
   */
  inBulk(work: () => Promise<void>): Promise<void>
  /** The staged records that change something, in the order of the file, after the given position. */
  changed(after: number, limit: number): Promise<readonly ChangedRecord[]>
  /** Computes everything to be written for the places, and returns a function that writes it. */
  readyPlaces(places: readonly PlaceToPut[]): Promise<() => Promise<void>>
  /** Withdraws the records that are missing from a complete file. They are kept in the database. */
  withdrawMissing(scope: Scope): Promise<void>
  /**
   * The places affected by `withdrawMissing` and `keepPlaced`, to be composed again: the page of ids after
   * the given one, in ascending order.
   */
  bereft(after: string | null, limit: number): Promise<readonly string[]>
  /** Stores the new readings of records that were read again but did not change. */
  keepReread(): Promise<void>
  /**
   * Adds the staged records of a source that creates no places, each as a record of the place recognised for
   * it, if any.
   */
  keepPlaced(): Promise<void>
  /** Adds staged records to the directory, each as a record of its place. */
  keepRecords(links: readonly RecordLink[]): Promise<void>
  /** Whether something was erased since the run began, which its staged records may still contain. */
  hasNewErasures(): Promise<boolean>
  /** Whether the source of the run has been accepted, and if not, whether other sources have records. */
  standing(): Promise<Standing>
  /** Ids of the places that have present records of this source and of other sources that list places. */
  sharedPlaces(): Promise<readonly string[]>
  /** Marks the source as accepted. */
  accept(): Promise<void>
  /** Merges and splits the places of all records that are new, changed or withdrawn. */
  readonly matching: MatchWriter
  /** Marks the run as done, with its counts. */
  finish(summary: RunSummary): Promise<void>
}

/**
 * `alone`: not accepted yet, but no other source has records. `new`: not accepted yet, and other sources have
 * records.
 */
type Standing = 'accepted' | 'alone' | 'new'

export type ChangedRecord = {
  readonly position: number
  readonly mapped: MappedRecord
  /** The place to which the record belonged, or the place into which that place was merged. */
  readonly place_id: string | null
}

export type RecordLink = { readonly position: number; readonly place_id: string }
