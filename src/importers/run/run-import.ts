import type { Geocoder } from '../../domain/geocoding/geocoder.ts'
import type { Fetched, ImportSession, ImportStore, ImportWriter } from '../../domain/imports/import-ports.ts'
import { townsOf } from '../../domain/matching/towns.ts'
import { settle } from '../../domain/merging/settle.ts'
import type { Opened } from '../parse/bytes.ts'
import { openRows } from '../parse/open-rows.ts'
import type { Format, Rows } from '../parse/row.ts'
import { ImportRefused } from '../refused.ts'
import type { Lookups, Source } from '../source.ts'
import { absentFrom } from './absent-columns.ts'
import { type Geocoding, geocodeAgain, geocodeWarnings } from './geocode.ts'
import { guardWithdrawals, limitsOf } from './guard.ts'
import { guardNewSource } from './guard-new-source.ts'
import { refuseCut, refuseNothing, refuseOtherProducer, refuseOthers } from './refusals.ts'
import {
  damagedOf,
  ignoredIdWarnings,
  type Ledger,
  openLedger,
  type Report,
  repairsOf,
  summaryOf,
  suspectOf,
  unmappedOf
} from './report.ts'
import { stageAll } from './stage.ts'
import { upsert } from './upsert.ts'
import { withdrawing } from './withdraw.ts'

export type ImportDeps = {
  readonly store: ImportStore
  readonly lookups: Lookups
  /** Finds positions for records without one; without a geocoder, the centres of communes are used. */
  readonly geocoder?: Geocoder | null
  /**
   * Release of the program: records that the same release has already read, and that have not changed, are
   * not read again.
   */
  readonly program?: string
  readonly newId: () => string
  readonly now: () => Date
}

export type Input = {
  /** What the run was started on, as people will read it later. */
  readonly origin: string
  /**
   * Opens the input. `last` is the last successful fetch; null if the server answers that nothing has changed
   * since.
   */
  readonly open: (last: Fetched | null) => Promise<Opened | null>
  /** Splits the text into records, if the format cannot be detected from its beginning. */
  readonly read?: (text: AsyncIterable<string>) => Promise<Rows>
}

export type ImportOptions = {
  /** Reports as the import would, and writes nothing. */
  readonly dryRun: boolean
  /** The input is incomplete, so nothing that it lacks is withdrawn. */
  readonly partial?: boolean
  /** Imports the file even if its last line looks cut. */
  readonly evenIfCut?: boolean
  /** Reads all of it anew, recalling nothing. */
  readonly anew?: boolean
  /**
   * Per cent of the records of a source, or of a producer, that may be withdrawn. Without it the usual limits hold, see
   * `guard.ts`.
   */
  readonly maxWithdrawn?: number
  /** Accepts the source, if it is new, whatever it does to places of others. See `guard-new-source.ts`. */
  readonly accept?: boolean
  readonly onProgress?: (recordsRead: number) => void
  /** Ends the run, which then has changed nothing. */
  readonly signal?: AbortSignal
}

/** A run while it goes on. */
type Running = {
  readonly source: Source
  readonly input: Input
  readonly session: ImportSession
  readonly ledger: Ledger
  readonly deps: ImportDeps
  readonly options: ImportOptions
}

/** Fetch, parse, map, match, upsert. Refuses what is no file of the source, and then leaves the directory as it was. */
export async function runImport(
  source: Source,
  input: Input,
  deps: ImportDeps,
  options: ImportOptions
): Promise<Report> {
  const started = deps.now().getTime()
  const session = await deps.store.begin(source, input.origin, options.dryRun)
  if (session === null) throw new ImportRefused(`Another import of ${source.source} is under way.`, 'busy')
  const running: Running = { source, input, session, ledger: openLedger(options.partial), deps, options }
  try {
    const read = await readInput(running)
    return reportOf(running, read, deps.now().getTime() - started)
  } catch (error) {
    // If even the failure cannot be recorded, the first error is the one to report.
    await session
      .fail(error instanceof Error ? error.message : String(error), summaryOf(running.ledger, source.gives))
      .catch(() => {})
    throw error
  } finally {
    await session.close()
  }
}

/** What is known of an input once it has been read to its end. */
type Read = {
  readonly format: Format | null
  readonly file_hash: string | null
  readonly warnings: readonly string[]
}

async function readInput(running: Running): Promise<Read> {
  const { source, session, input, ledger, options } = running
  const last = options.dryRun ? null : await session.lastFetch(options.partial ?? false)
  const opened = await input.open(last)
  if (opened === null) {
    ledger.not_modified = true
    ledger.fetched = last
    await geocodeAgain(geocodingOf(running), true)
    await publish(running, (writer) => upsert(writer, source, running.deps.newId, options.signal))
    return { format: null, file_hash: null, warnings: geocodeWarnings(ledger, running.deps.geocoder ?? null) }
  }
  try {
    return await takeIn(running, opened)
  } finally {
    await opened.close?.()
  }
}

async function takeIn(running: Running, opened: Opened): Promise<Read> {
  const { source, input, session, ledger, deps, options } = running
  const { onProgress, signal } = options
  const { rows, warnings } = await openRows(opened.bytes, input.read, source.workbook)
  refuseOthers(source, rows)
  await stageAll(
    { ...rows, rows: source.arrange?.(rows.rows) ?? rows.rows },
    {
      source,
      session,
      ledger,
      geocoding: geocodingOf(running),
      lookups: deps.lookups,
      format: rows.format,
      program: deps.program ?? '',
      anew: options.anew ?? false,
      onProgress,
      signal
    }
  )
  refuseOtherProducer(ledger, rows.format)
  refuseNothing(ledger, source, rows)
  ledger.file_hash = opened.hash()
  ledger.fetched = opened.fetched ?? null
  if (!ledger.partial) {
    if (options.evenIfCut !== true) refuseCut(rows.cut?.() ?? null)
    const arrived = ledger.counts.created + ledger.returned
    const limits = limitsOf(options.maxWithdrawn)
    ledger.counts.withdrawn = await guardWithdrawals(session, source.scope, arrived, limits)
  }
  if (source.gives === 'places') await geocodeAgain(geocodingOf(running), false)
  if (!options.dryRun) await publish(running, (writer) => enter(running, writer))
  const told = [
    ...warnings(),
    ...geocodeWarnings(ledger, deps.geocoder ?? null),
    ...ignoredIdWarnings(ledger)
  ]
  return { format: rows.format, file_hash: ledger.file_hash, warnings: told }
}

const geocodingOf = ({ session, ledger, deps, options }: Running): Geocoding => ({
  session,
  ledger,
  communes: deps.lookups.communes,
  geocoder: deps.geocoder ?? null,
  dryRun: options.dryRun,
  now: deps.now,
  signal: options.signal
})

/** Stores the staged records, then merges and splits places accordingly. */
const publish = (
  { source, session, ledger, deps, options }: Running,
  bringIn: (writer: ImportWriter) => Promise<void>
): Promise<void> =>
  session.publishing.run(source.source, async (writer) => {
    await guardNewSource(writer, source.source, options.accept ?? false, () =>
      writer.inBulk(async () => {
        await bringIn(writer)
        await settle(writer.matching, townsOf(deps.lookups.communes), (one, other) =>
          ledger.ignoredIds.push(`${one} and ${other}`)
        )
      })
    )
    await writer.finish(summaryOf(ledger, source.gives))
  })

async function enter({ source, ledger, deps, options }: Running, writer: ImportWriter): Promise<void> {
  await writer.keepReread()
  await withdrawing(writer, ledger.partial ? null : source.scope, () =>
    source.gives === 'places' ? upsert(writer, source, deps.newId, options.signal) : writer.keepPlaced()
  )
}

const reportOf = ({ source, input, ledger, options }: Running, read: Read, duration_ms: number): Report => ({
  source: source.source,
  origin: input.origin,
  dry_run: options.dryRun,
  partial: ledger.partial,
  not_modified: ledger.not_modified,
  ...read,
  counts: { ...ledger.counts },
  returned: ledger.returned,
  repeated: ledger.repeated,
  positions: { ...ledger.positions },
  placed: source.gives === 'places' ? null : { ...ledger.placed },
  unplaced: ledger.unplaced,
  rejections: ledger.rejections,
  samples: ledger.samples,
  absent: absentFrom(ledger.headers, source),
  unmapped: unmappedOf(ledger),
  repairs: repairsOf(ledger),
  suspect: suspectOf(ledger),
  damaged: damagedOf(ledger),
  duration_ms
})
