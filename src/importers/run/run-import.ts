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
import { collectEarly } from './collect-early.ts'
import { type Geocoding, geocodeAgain, geocodeWarnings } from './geocode.ts'
import { guardWithdrawals, limitsOf } from './guard.ts'
import { guardNewSource } from './guard-new-source.ts'
import { refuseCut, refuseNothing, refuseOtherProducer, refuseOthers } from './refusals.ts'
import {
  damagedOf,
  ignoredIdWarnings,
  type Ledger,
  noteIgnoredId,
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
  /** Release of the program. Records that have not changed since the same release read them are not read again. */
  readonly program?: string
  readonly newId: () => string
  readonly now: () => Date
}

export type Input = {
  /** The file or address from which the run was started, as people will read it later. */
  readonly origin: string
  /**
   * Opens the input. `last` is the last successful fetch. Returns null if the server answers that nothing has
   * changed since then.
   */
  readonly open: (last: Fetched | null) => Promise<Opened | null>
  /** The only format that the input may have; otherwise it is detected by the beginning of the input. */
  readonly only?: 'ndjson'
}

export type ImportOptions = {
  /** Reports what the import would do, but writes nothing. */
  readonly dryRun: boolean
  /** Whether the input is incomplete, so that records missing from it are not withdrawn. */
  readonly partial?: boolean
  /** Imports the file even if its last line looks cut. */
  readonly evenIfCut?: boolean
  /** Records that the input may have; otherwise it is refused as `too-many`. Not limited by default. */
  readonly most?: number
  /** Reads all records again, without recalling earlier results. */
  readonly anew?: boolean
  /**
   * Maximum percentage of the records of a source, or of a producer, that may be withdrawn. Without it, the usual
   * limits of `guard.ts` apply.
   */
  readonly maxWithdrawn?: number
  /** Accepts a new source, whatever it does to places of other sources. See `guard-new-source.ts`. */
  readonly accept?: boolean
  readonly onProgress?: (recordsRead: number) => void
  /** Aborts the run; an aborted run changes nothing. */
  readonly signal?: AbortSignal
}

/** The state of a run while it goes on. */
type Running = {
  readonly source: Source
  readonly input: Input
  readonly session: ImportSession
  readonly ledger: Ledger
  readonly deps: ImportDeps
  readonly options: ImportOptions
}

/**
 * Runs an import: fetch, parse, map, match, upsert. If the input is not a file of the source, it is refused and the
 * directory stays as it was.
 */
export async function runImport(
  source: Source,
  input: Input,
  deps: ImportDeps,
  options: ImportOptions
): Promise<Report> {
  collectEarly()
  const started = deps.now().getTime()
  const { signal } = options
  signal?.throwIfAborted()
  const session = await deps.store.begin(source, input.origin, options.dryRun, signal)
  if (session === null) throw new ImportRefused(`Another import of ${source.source} is under way.`, 'busy')
  const running: Running = { source, input, session, ledger: openLedger(options.partial), deps, options }
  try {
    const read = await readInput(running)
    return reportOf(running, read, deps.now().getTime() - started)
  } catch (caught) {
    // A statement that was cancelled fails with an error of the database.
    const error: unknown = signal?.aborted === true ? signal.reason : caught
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
  const { rows, warnings } = await openRows(opened.bytes, source.workbook, input.only)
  try {
    await stage(running, rows)
  } finally {
    rows.close?.()
  }
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

async function stage(running: Running, rows: Rows): Promise<void> {
  const { source, session, ledger, deps, options } = running
  refuseOthers(source, rows)
  await stageAll(
    { ...rows, rows: source.arrange?.(rows.rows) ?? rows.rows },
    {
      source,
      session,
      ledger,
      geocoding: geocodingOf(running),
      lookups: deps.lookups,
      program: deps.program ?? '',
      anew: options.anew ?? false,
      most: options.most ?? Number.POSITIVE_INFINITY,
      onProgress: options.onProgress,
      signal: options.signal
    }
  )
  refuseOtherProducer(ledger, rows.format)
  refuseNothing(ledger, source, rows)
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
    options.signal?.throwIfAborted()
    if (await writer.hasNewErasures())
      throw new ImportRefused(
        'Somebody was erased while the import ran. Nothing was changed. Run it again.',
        'busy'
      )
    await guardNewSource(writer, source.source, options.accept ?? false, () =>
      writer.inBulk(async () => {
        await bringIn(writer)
        await settle(writer.matching, townsOf(deps.lookups.communes), (one, other) =>
          noteIgnoredId(ledger, one, other)
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
