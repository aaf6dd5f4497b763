import type { Fetched, RunCounts, RunSummary } from '../../domain/imports/import-ports.ts'
import { NOT_RECOGNISED, RECOGNISED, type Reason } from '../../domain/imports/recognise-place.ts'
import type { PlacedCounts, PositionCounts } from '../../domain/imports/run-counts.ts'
import type { Gives, MappedRecord } from '../../domain/places/source-record.ts'
import type { Finding } from '../finding.ts'
import type { Format } from '../parse/row.ts'
import type { Absent, Headers } from './absent-columns.ts'
import { addTo, type FirstOf, noneYet } from './first-of.ts'

type Rejection = {
  readonly line: number
  readonly record_id: string | null
  readonly reasons: readonly string[]
}

/** A finding about one column, value or repair, and the number of records with it. */
export type Tally = {
  readonly kind: Finding['kind']
  readonly field: string
  readonly value: string | null
  readonly reason: string | null
  readonly count: number
  /** The line at which the finding first occurred. */
  readonly line: number
}

export type Report = {
  readonly source: string
  readonly origin: string
  readonly dry_run: boolean
  /** Whether the input was treated as incomplete, so that nothing was withdrawn. */
  readonly partial: boolean
  /** Whether the server answered that the file has not changed, so that nothing was read. */
  readonly not_modified: boolean
  readonly format: Format | null
  readonly file_hash: string | null
  readonly counts: RunCounts
  /** How many of the updated records had been withdrawn before. */
  readonly returned: number
  /** How many of the unchanged records are repeated word for word in the file. */
  readonly repeated: number
  readonly positions: PositionCounts
  /** For a source that creates no places: how its records were assigned to places; otherwise null. */
  readonly placed: PlacedCounts | null
  /** The first records that match no place although places are near; `placed` counts all of them. */
  readonly unplaced: readonly Unplaced[]
  readonly warnings: readonly string[]
  /** The first ones; `counts` has their number. */
  readonly rejections: readonly Rejection[]
  /** The first records of a source with a mapping of its own, for the person who writes it; otherwise empty. */
  readonly samples: readonly MappedRecord[]
  /** Columns that a mapping names and the file does not have. */
  readonly absent: readonly Absent[]
  readonly unmapped: readonly Tally[]
  readonly repairs: readonly Tally[]
  /** Names that raise doubts whether the place exists. */
  readonly suspect: readonly Tally[]
  /** Cells with U+FFFD: letters were lost before we received the file. */
  readonly damaged: readonly Tally[]
  readonly duration_ms: number
}

/** A record that was not recognised as any of the places near it. */
export type Unplaced = { readonly record_id: string; readonly name: string; readonly by: Reason }

/** The data of a report, collected while the run goes on. */
export type Ledger = {
  readonly counts: { -readonly [count in keyof RunCounts]: RunCounts[count] }
  returned: number
  repeated: number
  readonly headers: Headers
  readonly samples: MappedRecord[]
  /** Rejected records whose id belongs to another place in the directory. */
  readonly others: FirstOf<Rejection>
  /**
   * Accepted records whose id may belong to another place; with too many of them, the file counts as another
   * producer's.
   */
  readonly doubted: FirstOf<Rejection>
  readonly partial: boolean
  not_modified: boolean
  file_hash: string | null
  fetched: Fetched | null
  readonly positions: { -readonly [what in keyof PositionCounts]: PositionCounts[what] }
  readonly placed: { -readonly [what in keyof PlacedCounts]: number }
  readonly unplaced: Unplaced[]
  /** Pairs of records with a common id that was ignored, because neither name nor address agrees. */
  readonly ignoredIds: FirstOf<string>
  /** Why the geocoder failed and is no longer asked, or null. */
  geocoderFailed: string | null
  readonly rejections: Rejection[]
  readonly tallies: Map<string, { -readonly [part in keyof Tally]: Tally[part] }>
  /** How many tallies of each kind there are. */
  readonly kinds: Map<Finding['kind'], number>
}

export const openLedger = (partial = false): Ledger => ({
  counts: { read: 0, created: 0, updated: 0, unchanged: 0, withdrawn: 0, rejected: 0 },
  returned: 0,
  repeated: 0,
  headers: new Map(),
  samples: [],
  others: noneYet(),
  doubted: noneYet(),
  partial,
  not_modified: false,
  file_hash: null,
  fetched: null,
  positions: noneTold([...ORIGINS, 'again', 'repaired', 'flagged', 'refused']),
  placed: noneTold([...RECOGNISED, ...NOT_RECOGNISED, 'kept']),
  unplaced: [],
  ignoredIds: noneYet(),
  geocoderFailed: null,
  rejections: [],
  tallies: new Map(),
  kinds: new Map()
})

const ORIGINS = ['source', 'housenumber', 'street', 'municipality', 'postcode', 'none', 'kept'] as const

const noneTold = <What extends string>(all: readonly What[]) =>
  Object.fromEntries(all.map((what) => [what, 0])) as Record<What, number>

/**
 * When this many of a kind are listed, further values are counted together for each column, and after twice as many
 * columns too: values that differ in every record need no list.
 */
const MOST_OF_A_KIND = 1_000
const LONGEST_TEXT = 200

export function tally(ledger: Ledger, findings: readonly Finding[], line: number): void {
  const doubts = findings.map((finding) => ('position' in finding ? finding.position : undefined))
  for (const doubt of new Set(doubts)) if (doubt !== undefined) ledger.positions[doubt]++
  for (const finding of findings) add(ledger, finding, line)
}

function add({ tallies, kinds }: Ledger, finding: Finding, line: number): void {
  const { kind } = finding
  const listed = kinds.get(kind) ?? 0
  const what = whatOf(finding)
  const key =
    roomFor(tallies, listed, MOST_OF_A_KIND, keyOf(kind, what)) ??
    roomFor(
      tallies,
      listed,
      2 * MOST_OF_A_KIND,
      keyOf(kind, { ...what, value: what.value && '(other values)' })
    ) ??
    keyOf(kind, { field: '(other columns)', value: null, reason: null })
  const known = tallies.get(key)
  if (known !== undefined) {
    known.count++
    return
  }
  // Read back from the key, because a part of a text keeps all of it in memory.
  const [, field, value, reason] = JSON.parse(key)
  tallies.set(key, { kind, field, value, reason, count: 1, line })
  kinds.set(kind, listed + 1)
}

const roomFor = (tallies: Ledger['tallies'], listed: number, most: number, key: string): string | null =>
  listed < most || tallies.has(key) ? key : null

type What = Pick<Tally, 'field' | 'value' | 'reason'>

/** Columns, values and reasons may be as long as the sender likes. */
const whatOf = (finding: Finding): What => ({
  field: finding.field.slice(0, LONGEST_TEXT),
  value: 'value' in finding ? finding.value.slice(0, LONGEST_TEXT) : null,
  reason: 'reason' in finding ? finding.reason.slice(0, LONGEST_TEXT) : null
})

const keyOf = (kind: Finding['kind'], { field, value, reason }: What): string =>
  JSON.stringify([kind, field, value, reason])

const tallied = ({ tallies }: Ledger, has: (kind: Finding['kind']) => boolean): readonly Tally[] =>
  [...tallies.values()].filter(({ kind }) => has(kind)).sort(byCount)

export const unmappedOf = (ledger: Ledger): readonly Tally[] =>
  tallied(ledger, (kind) => !OF_THEIR_OWN.has(kind))

/** Kinds of findings that the report lists separately. */
const OF_THEIR_OWN: ReadonlySet<Finding['kind']> = new Set(['repaired', 'suspect', 'damaged'])

export const repairsOf = (ledger: Ledger): readonly Tally[] => tallied(ledger, (kind) => kind === 'repaired')

export const suspectOf = (ledger: Ledger): readonly Tally[] => tallied(ledger, (kind) => kind === 'suspect')

export const damagedOf = (ledger: Ledger): readonly Tally[] => tallied(ledger, (kind) => kind === 'damaged')

const MOST_IGNORED = 10

/** Notes an id that two records have in common although neither their names nor their addresses agree. */
export const noteIgnoredId = ({ ignoredIds }: Ledger, one: string, other: string): void =>
  addTo(ignoredIds, [`${one} and ${other}`], MOST_IGNORED)

export const ignoredIdWarnings = ({ ignoredIds: { count, first } }: Ledger): readonly string[] =>
  count === 0
    ? []
    : [
        `${count} × an id in common was ignored, because neither the name nor the address agrees: ` +
          `${first.join(', ')}${count > MOST_IGNORED ? ', …' : ''}`
      ]

const byCount = (left: Tally, right: Tally): number => right.count - left.count || left.line - right.line

export const summaryOf = (ledger: Ledger, gives: Gives): RunSummary => ({
  file_hash: ledger.file_hash,
  fetched: ledger.fetched,
  not_modified: ledger.not_modified,
  partial: ledger.partial,
  counts: { ...ledger.counts },
  positions: { ...ledger.positions },
  placed: gives === 'places' ? null : { ...ledger.placed },
  unmapped: unmappedOf(ledger).map(({ field, value, count }) => ({ field, value, count }))
})
