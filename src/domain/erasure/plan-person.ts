import type {
  ErasableCell,
  ErasableCorrection,
  ErasablePlace,
  ErasableRecord,
  ErasureWriter
} from './erasure-ports.ts'
import { type Digester, distinctHolds, type Hold, hold, placeText, recordText } from './holds.ts'
import type { Matcher } from './matcher.ts'
import type { Person } from './person.ts'
import type { Plan, Planned } from './plan.ts'
import { cutsIn, OMITTED, withoutCuts } from './screen.ts'
import { nameWithout, screenRecord } from './screen-record.ts'

/** Finds everything of a person. */
export async function planPerson(
  writer: ErasureWriter,
  { person, matcher, digest, doubtful }: Search
): Promise<Plan> {
  const [records, corrections, cells, dormant] = await Promise.all([
    writer.recordsNaming(person),
    writer.corrections(person),
    writer.cells(person),
    writer.dormant(person)
  ])
  const isHers = (value: unknown) => cutsIn(value, matcher).some(({ isSure }) => isSure)
  const sure = records.filter((record) => isSureOf(record, matcher))
  const asked = doubtful
    ? records.filter((record) => !sure.includes(record) && isDoubtful(record, matcher))
    : []
  const places = [
    ...[...sure, ...asked].flatMap(({ place }) => place ?? []),
    ...corrections.filter(isHers).map(({ place }) => place),
    ...dormant.filter(({ document }) => isHers(document)).map(({ id }) => id)
  ]
  const around = await writer.around([...new Set(places)])
  const ids = around.map(({ id }) => id)
  const [others, corrected] = await Promise.all([writer.recordsAt(ids), writer.correctionsAt(ids)])
  const hers = distinctBy([...sure, ...asked, ...others], ({ row }) => row)
  const planned = hers.flatMap((record) => recordPlan(record, matcher))
  return {
    holds: whoseHolds(hers, ids, digest),
    records: planned,
    corrections: distinctBy([...corrections, ...corrected], ({ id }) => id).flatMap((each) =>
      correctionPlan(each, matcher, ids.includes(each.place))
    ),
    cells: cells.flatMap((cell) => cellPlan(cell, matcher)),
    around,
    dormant: dormantPlan([...dormant, ...around], matcher, new Set(ids)),
    doubtful: doubtsIn(records, new Set(hers.map(({ row }) => row)), matcher)
  }
}

type Search = {
  readonly person: Person
  readonly matcher: Matcher
  readonly digest: Digester
  readonly doubtful: boolean
}

const distinctBy = <Row>(rows: readonly Row[], key: (row: Row) => number | string): readonly Row[] => [
  ...new Map(rows.map((row) => [key(row), row])).values()
]

const isSureOf = (record: ErasableRecord, matcher: Matcher): boolean => {
  const { state } = screenRecord(record.source, record, matcher)
  return state === 'cut' || state === 'out'
}

const isDoubtful = (record: ErasableRecord, matcher: Matcher): boolean =>
  screenRecord(record.source, record, matcher).state === 'doubtful'

function recordPlan(record: ErasableRecord, matcher: Matcher): readonly Planned<ErasableRecord>[] {
  const screening = screenRecord(record.source, record, matcher, true)
  if (screening.state === 'out') return [{ before: record, after: null, cuts: screening.cuts }]
  const geocoded = withoutCuts(record.geocoded, matcher, '')
  const isFound = cutsIn(record.geocoded, matcher).length > 0
  if (screening.state !== 'cut' && !isFound) return []
  const rest = screening.state === 'cut' ? screening.record : {}
  const cuts = screening.state === 'cut' ? screening.cuts : cutsIn(record.geocoded, matcher)
  return [{ before: record, after: { ...record, ...rest, geocoded }, cuts }]
}

/** In these records and places, doubtful spellings mean the person also later. */
const whoseHolds = (
  records: readonly ErasableRecord[],
  places: readonly string[],
  digest: Digester
): readonly Hold[] =>
  distinctHolds([
    ...records.map(({ source, mapped }) => hold(digest, 'whose', recordText(source, mapped.id))),
    ...places.map((place) => hold(digest, 'whose', placeText(place)))
  ])

/** A corrected name of which nothing remains is no correction any more. */
function correctionPlan(
  before: ErasableCorrection,
  matcher: Matcher,
  isWhose: boolean
): readonly Planned<ErasableCorrection>[] {
  const { value, replaced, made_by, note } = before
  const cuts = cutsIn({ [before.field]: value, replaced, made_by, note }, matcher)
  if (cuts.length === 0 || (!isWhose && !cuts.some(({ isSure }) => isSure))) return []
  const kept = correctedWithout(before.field, value, matcher)
  const after = {
    ...before,
    value: kept,
    replaced: withoutCuts(replaced, matcher, null),
    made_by: textWithout(made_by, matcher),
    note: note === null ? null : textWithout(note, matcher)
  }
  return [{ before, after: before.field === 'name' && kept === null ? null : after, cuts }]
}

function correctedWithout(field: string, value: unknown, matcher: Matcher): unknown {
  if (field === 'name') return typeof value === 'string' ? nameWithout(value, matcher) : value
  // A person in charge has a name; without it, none of what remains means anything.
  if (field === 'contacts.person') return cutsIn(value, matcher).length > 0 ? null : value
  return withoutCuts(value, matcher, null)
}

const textWithout = (text: string, matcher: Matcher): string =>
  String(withoutCuts(text, matcher, '')) || OMITTED

function cellPlan(before: ErasableCell, matcher: Matcher): readonly Planned<ErasableCell>[] {
  const cuts = cutsIn(before.value, matcher)
  const isTaken = before.doubtful === 'always' || cuts.some(({ isSure }) => isSure)
  if (cuts.length === 0 || !isTaken) return []
  if (before.isRowDeleted) return [{ before, after: null, cuts }]
  const { value } = before
  const after = typeof value === 'string' ? textWithout(value, matcher) : withoutCuts(value, matcher, '')
  return [{ before, after: { ...before, value: after }, cuts }]
}

/** Places that are not active, as they were last shown. */
export const dormantPlan = (
  places: readonly ErasablePlace[],
  matcher: Matcher,
  whose: ReadonlySet<string>
): readonly Planned<ErasablePlace>[] =>
  distinctBy(places, ({ id }) => id)
    .filter(({ status }) => status !== 'active')
    .flatMap((before) => {
      const cuts = cutsIn(before.document, matcher)
      if (cuts.length === 0 || (!whose.has(before.id) && !cuts.some(({ isSure }) => isSure))) return []
      return [{ before, after: { ...before, document: documentWithout(before.document, matcher) }, cuts }]
    })

function documentWithout(
  document: ErasablePlace['document'],
  matcher: Matcher
): Readonly<Record<string, unknown>> {
  const rest = withoutCuts(document, matcher, null) as Readonly<Record<string, unknown>>
  const name = nameWithout(String(document.name), matcher) ?? OMITTED
  return { ...rest, name, ...(document.display_name !== undefined && { display_name: name }) }
}

const doubtsIn = (records: readonly ErasableRecord[], taken: ReadonlySet<number>, matcher: Matcher) =>
  records.flatMap((record) => {
    if (taken.has(record.row)) return []
    const screening = screenRecord(record.source, record, matcher)
    return screening.state === 'doubtful' ? [{ record, cuts: screening.cuts }] : []
  })
