import type { Fetched, RunCounts, RunSummary } from '../../domain/imports/import-ports.ts'
import { NOT_RECOGNISED, RECOGNISED, type Reason } from '../../domain/imports/recognise-place.ts'
import type { PlacedCounts, PositionCounts } from '../../domain/imports/run-counts.ts'
import type { Gives, MappedRecord } from '../../domain/places/source-record.ts'
import type { Finding } from '../finding.ts'
import type { Format } from '../parse/row.ts'
import type { Absent, Headers } from './absent-columns.ts'

type Rejection = {
  readonly line: number
  readonly record_id: string | null
  readonly reasons: readonly string[]
}

/** One column, value or repair, and how many records had it. */
export type Tally = {
  readonly kind: Finding['kind']
  readonly field: string
  readonly value: string | null
  readonly reason: string | null
  readonly count: number
  /** Where it was first seen. */
  readonly line: number
}

export type Report = {
  readonly source: string
  readonly origin: string
  readonly dry_run: boolean
  /** The input was taken for a part of what there is: nothing was withdrawn. */
  readonly partial: boolean
  /** The server said that nothing has changed, so nothing was read. */
  readonly not_modified: boolean
  readonly format: Format | null
  readonly file_hash: string | null
  readonly counts: RunCounts
  /** How many of the updated ones had been withdrawn before. */
  readonly returned: number
  /** How many of the unchanged ones are repeated word for word in the file. */
  readonly repeated: number
  readonly positions: PositionCounts
  /** For a source that creates no places: how its records were assigned to places; otherwise null. */
  readonly placed: PlacedCounts | null
  /** The first records that match no place although some are near; `placed` counts them all. */
  readonly unplaced: readonly Unplaced[]
  readonly warnings: readonly string[]
  readonly rejections: readonly Rejection[]
  /** The first records of a source with a mapping of its own, for the person who writes it; otherwise empty. */
  readonly samples: readonly MappedRecord[]
  /** Columns that a mapping names and the file does not have. */
  readonly absent: readonly Absent[]
  readonly unmapped: readonly Tally[]
  readonly repairs: readonly Tally[]
  /** Names that let doubt that there is such a place. */
  readonly suspect: readonly Tally[]
  /** Cells with U+FFFD: letters were lost before we received the file. */
  readonly damaged: readonly Tally[]
  readonly duration_ms: number
}

/** A record that was not recognised as any of the places near it. */
export type Unplaced = { readonly record_id: string; readonly name: string; readonly by: Reason }

/** A report while its run goes on. */
export type Ledger = {
  readonly counts: { -readonly [count in keyof RunCounts]: RunCounts[count] }
  returned: number
  repeated: number
  readonly headers: Headers
  readonly samples: MappedRecord[]
  /** Rejected records with the id of another place. */
  readonly others: Rejection[]
  /** Accepted records that may have the id of another place: too many of them make the file that of another producer. */
  readonly doubted: Rejection[]
  readonly partial: boolean
  not_modified: boolean
  file_hash: string | null
  fetched: Fetched | null
  readonly positions: { -readonly [what in keyof PositionCounts]: PositionCounts[what] }
  readonly placed: { -readonly [what in keyof PlacedCounts]: number }
  readonly unplaced: Unplaced[]
  /** Pairs of records with a common id that did not count. */
  readonly ignoredIds: string[]
  /** Why the geocoder was given up. */
  geocoderFailed: string | null
  readonly rejections: Rejection[]
  readonly tallies: Map<string, { -readonly [part in keyof Tally]: Tally[part] }>
}

export const openLedger = (partial = false): Ledger => ({
  counts: { read: 0, created: 0, updated: 0, unchanged: 0, withdrawn: 0, rejected: 0 },
  returned: 0,
  repeated: 0,
  headers: new Map(),
  samples: [],
  others: [],
  doubted: [],
  partial,
  not_modified: false,
  file_hash: null,
  fetched: null,
  positions: noneTold([...ORIGINS, 'again', 'repaired', 'flagged', 'refused']),
  placed: noneTold([...RECOGNISED, ...NOT_RECOGNISED, 'kept']),
  unplaced: [],
  ignoredIds: [],
  geocoderFailed: null,
  rejections: [],
  tallies: new Map()
})

const ORIGINS = ['source', 'housenumber', 'street', 'municipality', 'postcode', 'none', 'kept'] as const

const noneTold = <What extends string>(all: readonly What[]) =>
  Object.fromEntries(all.map((what) => [what, 0])) as Record<What, number>

/**
 * When this many are listed, further values are counted together: values that differ in every record need no
 * list.
 */
const MOST_VALUES = 20_000
const LONGEST_VALUE = 200

export function tally(ledger: Ledger, findings: readonly Finding[], line: number): void {
  const doubts = findings.map((finding) => ('position' in finding ? finding.position : undefined))
  for (const doubt of new Set(doubts)) if (doubt !== undefined) ledger.positions[doubt]++
  for (const finding of findings) {
    const value = 'value' in finding ? finding.value.slice(0, LONGEST_VALUE) : null
    const key = keyOf(finding, value)
    const full = ledger.tallies.size >= MOST_VALUES && !ledger.tallies.has(key)
    add(ledger, finding, full && value !== null ? '(other values)' : value, line)
  }
}

function add({ tallies }: Ledger, finding: Finding, value: string | null, line: number): void {
  const key = keyOf(finding, value)
  const known = tallies.get(key)
  if (known !== undefined) {
    known.count++
    return
  }
  const reason = 'reason' in finding ? finding.reason : null
  tallies.set(key, { kind: finding.kind, field: finding.field, value, reason, count: 1, line })
}

const keyOf = (finding: Finding, value: string | null): string =>
  JSON.stringify([finding.kind, finding.field, value, 'reason' in finding ? finding.reason : null])

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

/** The ids that two records have in common although neither their names nor their addresses agree. */
export const ignoredIdWarnings = ({ ignoredIds }: Ledger): readonly string[] =>
  ignoredIds.length === 0
    ? []
    : [
        `${ignoredIds.length} × an id in common was ignored, because neither the name nor the address agrees: ` +
          `${ignoredIds.slice(0, MOST_IGNORED).join(', ')}${ignoredIds.length > MOST_IGNORED ? ', …' : ''}`
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
