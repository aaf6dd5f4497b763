import type { Geocoder } from '../geocoding/geocoder.ts'
import type { GeocodeCache, Outcome } from '../geocoding/locate.ts'
import type { MatchWriter } from '../merging/match-writer.ts'
import type { PlaceToPut } from '../places/compose-place.ts'
import type { Address } from '../places/place.ts'
import type { MappedRecord, SourceDefinition } from '../places/source-record.ts'
import type { PlaceWriter, Publishing } from '../publishing/publishing.ts'
import type { Candidate, Recognition } from './recognise-place.ts'
import type { PlacedCounts, PositionCounts } from './run-counts.ts'
import type { UnmappedCount } from './source.ts'

/** What an import asks of whatever stores its records. */
export type ImportStore = {
  /** Null while another run of the same source is under way. A dry run leaves no trace, not even of itself. */
  begin(source: SourceDefinition, origin: string, dry: boolean): Promise<ImportSession | null>
}

/** Of what a complete file is complete: all of its source, or each producer that it names. */
export type Scope = 'source' | 'producer'

/** One run of one source. To be closed whatever happens. */
export type ImportSession = {
  /** The records of these keys that need not be read again, in the order of the keys; null for the others. */
  recall(keys: readonly string[]): Promise<readonly (RecalledRecord | null)[]>
  /** Sets records aside, outside the directory, and tells what each will be; the answers are in the order given. */
  stage(records: readonly StagedRecord[]): Promise<readonly Staging[]>
  stageRejections(rejections: readonly StagedRejection[]): Promise<void>
  /** Of staged records that tell no position. Nothing is known, and nothing kept, outside the run until it commits. */
  stagePositions(positions: readonly StagedPosition[]): Promise<void>
  /** Records that the run does not change, and whose position may be found better now, in the order of their ids. */
  unsettled(question: UnsettledQuestion): Promise<readonly UnsettledRecord[]>
  /** Stages records as if they had changed, so that the run composes their places anew. */
  restage(ids: readonly string[]): Promise<void>
  /** Of these, the records that are of no place that there is. */
  loose(ids: readonly string[]): Promise<readonly string[]>
  /** Places that records may be of, by the id of the record; of most there is none. */
  candidates(records: readonly MappedRecord[]): Promise<ReadonlyMap<string, readonly Candidate[]>>
  stagePlaced(placed: readonly StagedPlace[]): Promise<void>
  readonly geocoding: { readonly offline: Geocoder; readonly cache: GeocodeCache }
  /** What was fetched from this run's address, where that is what the directory last took in from the source. */
  lastFetch(partial: boolean): Promise<Fetched | null>
  /** All parts of the source that the staged records stand for, and what they would lose. */
  losses(scope: Scope): Promise<readonly Loss[]>
  readonly publishing: Publishing<ImportWriter>
  /** Records that the run failed, and why; the directory stays as it was. */
  fail(error: string, summary: RunSummary): Promise<void>
  close(): Promise<void>
}

export type StagedRecord = {
  readonly line: number
  readonly id: string
  readonly raw: unknown
  /** Null of a record that was recalled: it stands in the directory. */
  readonly mapped: MappedRecord | null
  /** SHA-256 of `mapped`, in hexadecimal. */
  readonly fingerprint: string
  readonly reading: Reading
}

/** What is kept of how a record was read, so that it need not be when it comes again word for word. */
export type Reading = {
  /** Of the raw record, its source and who read it, a UUID; null where it is to be read each time. */
  readonly raw_key: string | null
  /** What the mapping told of it; null where nothing. */
  readonly told: unknown
  /** Whether it tells its position. */
  readonly located: boolean
}

/** A record that the directory holds, read from the very same raw record. */
export type RecalledRecord = Omit<Reading, 'raw_key'> & { readonly id: string; readonly fingerprint: string }

/**
 * `returned` was withdrawn, and is there again. `repeated` stood in this run before, word for word; `contested` too,
 * but with another content, on the line told.
 */
export type Staging =
  | { readonly state: 'created' | 'updated' | 'returned' | 'unchanged' | 'repeated' }
  | { readonly state: 'contested'; readonly line: number }

export type StagedRejection = {
  readonly line: number
  readonly record_id: string | null
  readonly reasons: readonly string[]
  readonly raw: unknown
}

/** Which place a record is of that makes none. */
export type StagedPlace = { readonly record_id: string; readonly recognition: Recognition }

export type StagedPosition = Outcome & { readonly record_id: string }

export type UnsettledRecord = StagedPosition & { readonly address: Address }

export type UnsettledQuestion = {
  /** All of the source, and not only what the run's file holds. */
  readonly all: boolean
  /** Only records that have no position at all. */
  readonly missingOnly: boolean
  readonly after: string
  readonly limit: number
}

/** How a server recognises what it sent, and the release of the program that read it. */
export type Fetched = {
  readonly etag: string | null
  readonly last_modified: string | null
  readonly program: string
}

export type Loss = {
  /** The producer; null for a whole source, and for records that name none. */
  readonly scope: string | null
  /** Records there are today. */
  readonly present: number
  /** Those of them that the file does not hold. */
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
  /** Null of what was not read, but made. */
  readonly positions: PositionCounts | null
  readonly placed: PlacedCounts | null
  readonly unmapped: readonly UnmappedCount[]
  readonly fetched: Fetched | null
  /** Nothing was read, because the server said that nothing has changed. */
  readonly not_modified: boolean
  readonly partial: boolean
}

/** Takes the staged records of a run into the directory. */
export type ImportWriter = PlaceWriter & {
  /** Does the work without the indexes of a directory that is still empty, if the run brings so many records that building them afterwards is cheaper. */
  inBulk(work: () => Promise<void>): Promise<void>
  /** The staged records that change something, in the order of the file, after the given position. */
  changed(after: number, limit: number): Promise<readonly ChangedRecord[]>
  /** Works out all that is written of the places, and returns the writing of it. */
  readyPlaces(places: readonly PlaceToPut[]): Promise<() => Promise<void>>
  /** Withdraws the records that a complete file should hold and does not. Nothing of them is destroyed. */
  withdrawMissing(scope: Scope): Promise<void>
  /** Places that lost a record so, or that `keepPlaced` gave one, in the order of their ids, after the given one. */
  bereft(after: string | null, limit: number): Promise<readonly string[]>
  /** Keeps how unchanged records were read, if they had to be read anew. */
  keepReread(): Promise<void>
  /** Takes staged records of a source without places, each as a record of the place that it was found to describe, if any. */
  keepPlaced(): Promise<void>
  /** Takes staged records into the directory, each as a record of its place. */
  keepRecords(links: readonly RecordLink[]): Promise<void>
  /** Merges and splits the places of all records that have come, changed or gone. */
  readonly matching: MatchWriter
  /** Records that the run is done, and what became of its records. */
  finish(summary: RunSummary): Promise<void>
}

export type ChangedRecord = {
  readonly position: number
  readonly mapped: MappedRecord
  /** The place it has been a record of, or that place's survivor. */
  readonly place_id: string | null
}

export type RecordLink = { readonly position: number; readonly place_id: string }
