import type { Comparable } from '../matching/comparable.ts'
import { type ComparedRecord, ready } from '../matching/compared-record.ts'
import type { RowPair } from '../matching/pairs.ts'
import type { Towns } from '../matching/towns.ts'
import { pagesOf } from '../merging/comparable-cache.ts'
import { pairsAmong } from './pairs-among.ts'
import type { DoorReader } from './same-door.ts'
import { APART, type Apart, BLOCKED, whyApart } from './why-apart.ts'

/** Two sources in alphabetical order, or the same source twice. */
type Sources = readonly [string, string]

/** The number of active places with records of both sources. */
export type MergedSources = { readonly one: string; readonly other: string; readonly places: number }

export type ReportReader = DoorReader & {
  merged(): Promise<readonly MergedSources[]>
  /** For every two places that have stored pairs but are not merged, the likeliest of these pairs. */
  apart(): Promise<readonly RowPair[]>
}

export type ReportExample = {
  /** Id of the pair, for `POST /v1/review/{id}`. */
  readonly id: string
  readonly names: readonly [string, string]
  readonly city: string | null
  readonly because: Apart
}

/** What happened to the records of two sources, counted in pairs of places. */
export type SourcePairReport = {
  readonly sources: Sources
  readonly merges: number
  /** Pairs that people are asked about. */
  readonly questions: number
  /** Pairs that the evidence alone would have joined. */
  readonly blocked: Readonly<Partial<Record<Apart, number>>>
  /** Pairs with the same name, street and commune. */
  readonly duplicates: Readonly<Partial<Record<Apart, number>>>
  /** At most ten for each reason. */
  readonly examples: {
    readonly blocked: readonly ReportExample[]
    readonly duplicates: readonly ReportExample[]
  }
}

const EXAMPLES = 10

/** A report for each pair of sources, sorted by the number of blocked pairs and duplicates, the highest first. */
export async function matchReport(reader: ReportReader, towns: Towns): Promise<readonly SourcePairReport[]> {
  const [merged, stored, doors] = [await reader.merged(), await reader.apart(), await reader.doors(false)]
  const places = await placesOf(
    reader,
    [...stored.flatMap(({ one, other }) => [one, other]), ...doors.flatMap(({ rows }) => rows)],
    towns
  )
  const between = ({ one, other }: RowPair) => [places.of(one), places.of(other)].toSorted().join(' ')
  const apart = new Set(stored.map(between))
  const found = new Map<string, Draft>()
  const draftOf = (sources: Sources): Draft => {
    const draft = found.get(sources.join(' ')) ?? emptyDraft(sources)
    found.set(sources.join(' '), draft)
    return draft
  }
  for (const { one, other, places } of merged) draftOf([one, other]).merges = places
  for (const pair of stored) {
    const because = places.why(pair, true)
    const draft = draftOf(places.sourcesOf(pair))
    if (because !== 'decided' && because !== 'unlike') draft.questions++
    if (BLOCKED.has(because)) note(draft.blocked, places.example(pair, because))
  }
  for (const pair of doors.flatMap(({ rows }) => pairsAmong(places.oneOfEach(rows)))) {
    const because = places.why(pair, apart.has(between(pair)))
    note(draftOf(places.sourcesOf(pair)).duplicates, places.example(pair, because))
  }
  return [...found.values()].map(finished).toSorted(byTrouble)
}

type Noted = { readonly counts: Partial<Record<Apart, number>>; readonly examples: ReportExample[] }
type Draft = {
  readonly sources: Sources
  merges: number
  questions: number
  readonly blocked: Noted
  readonly duplicates: Noted
}

const emptyDraft = (sources: Sources): Draft => ({
  sources,
  merges: 0,
  questions: 0,
  blocked: { counts: {}, examples: [] },
  duplicates: { counts: {}, examples: [] }
})

function note({ counts, examples }: Noted, example: ReportExample): void {
  const count = (counts[example.because] ?? 0) + 1
  counts[example.because] = count
  if (count <= EXAMPLES) examples.push(example)
}

const finished = ({ sources, merges, questions, blocked, duplicates }: Draft): SourcePairReport => ({
  ...{ sources, merges, questions },
  blocked: blocked.counts,
  duplicates: duplicates.counts,
  examples: { blocked: blocked.examples, duplicates: duplicates.examples }
})

export const total = (counts: Readonly<Partial<Record<Apart, number>>>): number =>
  APART.reduce((sum, reason) => sum + (counts[reason] ?? 0), 0)

const troubleOf = ({ blocked, duplicates }: SourcePairReport): number => total(blocked) + total(duplicates)

const byTrouble = (one: SourcePairReport, other: SourcePairReport): number =>
  troubleOf(other) - troubleOf(one) ||
  other.questions - one.questions ||
  other.merges - one.merges ||
  (one.sources.join(' ') < other.sources.join(' ') ? -1 : 1)

type Seen = { readonly source: string; readonly city: string | null; readonly compared: Comparable }

/** The places of these records, with all records of each. */
async function placesOf(reader: ReportReader, rows: readonly number[], towns: Towns) {
  const homes = new Map<number, string>()
  for (const page of pagesOf([...new Set(rows)]))
    for (const { row, place } of await reader.housemates(page)) homes.set(row, place)
  const seen = new Map<number, Seen>()
  const decided = new Set<string>()
  for (const page of pagesOf([...homes.keys()])) {
    for (const record of await reader.records(page)) seen.set(record.row, seenOf(record, towns))
    for (const { one, other } of await reader.decisionsOf(page)) decided.add(`${one} ${other}`)
  }
  const rowsAt = new Map<string, number[]>()
  for (const [row, place] of homes) rowsAt.set(place, [...(rowsAt.get(place) ?? []), row])
  const of = (row: number): string => homes.get(row) ?? ''
  const at = (row: number): readonly number[] => rowsAt.get(of(row)) ?? []
  const compared = (row: number) => at(row).flatMap((each) => seen.get(each)?.compared ?? [])
  const isDecided = ({ one, other }: RowPair): boolean =>
    at(one).some((mine) =>
      at(other).some((theirs) => decided.has(`${Math.min(mine, theirs)} ${Math.max(mine, theirs)}`))
    )
  return {
    of,
    /** One of the rows for each place. */
    oneOfEach: (some: readonly number[]) => [...new Map(some.map((row) => [of(row), row])).values()],
    why: (pair: RowPair, stored: boolean): Apart =>
      whyApart(compared(pair.one), compared(pair.other), { decided: isDecided(pair), stored }),
    sourcesOf: ({ one, other }: RowPair): Sources => {
      const [first = '', second = ''] = [one, other].map((row) => seen.get(row)?.source ?? '').toSorted()
      return [first, second]
    },
    example: ({ one, other }: RowPair, because: Apart): ReportExample => {
      const [left, right] = [seen.get(one), seen.get(other)]
      const names = [left?.compared.written ?? '', right?.compared.written ?? ''] as const
      return { id: `${one}-${other}`, names, city: left?.city ?? right?.city ?? null, because }
    }
  }
}

const seenOf = (record: ComparedRecord, towns: Towns): Seen => ({
  source: record.record.source,
  city: record.record.content.address.city,
  compared: ready(record, towns)
})
