import type { DoubtfulRecord, ErasedPlace, ErasureReport, FoundTrace, TableCount } from './erasure.ts'
import type { Plan, Planned } from './plan.ts'

type Outcome = {
  readonly id: string | null
  readonly at: string | null
  readonly dryRun: boolean
  readonly repeated: boolean
  /** Null in a trial: then those are listed that would be looked at again. */
  readonly places: readonly ErasedPlace[] | null
}

export const reportOf = (plan: Plan, { id, at, dryRun, repeated, places }: Outcome): ErasureReport => ({
  id,
  dry_run: dryRun,
  erased_at: at,
  repeated,
  counts: countsOf(plan),
  places: places ?? expectedPlaces(plan),
  found: dryRun ? foundIn(plan) : [],
  doubtful: plan.doubtful.map(
    ({ record, cuts }): DoubtfulRecord => ({
      source: record.source,
      record: record.mapped.id,
      place: record.place,
      found: dryRun ? [...new Set(cuts.map((cut) => cut.found))] : []
    })
  )
})

export function countsOf(plan: Plan): readonly TableCount[] {
  const cells = [...new Set(plan.cells.map(({ before }) => before.table))]
  return [
    counted('source_record', plan.records),
    counted('correction', plan.corrections),
    counted('place', plan.dormant),
    ...cells.map((table) => counted(table, rowsOf(plan.cells.filter(({ before }) => before.table === table))))
  ].filter(({ changed, deleted }) => changed + deleted > 0)
}

const counted = (table: string, planned: readonly Planned<unknown>[]): TableCount => {
  const deleted = planned.filter(({ after }) => after === null).length
  return { table, changed: planned.length - deleted, deleted }
}

/** One of each row, in which several values may change. */
const rowsOf = (cells: Plan['cells']): Plan['cells'] => [
  ...new Map(cells.map((cell) => [cell.before.row, cell])).values()
]

/** The active places whose records or corrections change. */
export function concernedPlaces({ records, corrections, around }: Plan): readonly string[] {
  const survivorOf = new Map(around.map(({ id, survivor }) => [id, survivor]))
  const touched = [
    ...records.flatMap(({ before }) => before.place ?? []),
    ...corrections.map(({ before }) => before.place)
  ]
  return [...new Set(touched.flatMap((place) => survivorOf.get(place) ?? []))]
}

const expectedPlaces = (plan: Plan): readonly ErasedPlace[] => {
  const kept = new Set(plan.records.filter(({ after }) => after !== null).map(({ before }) => before.place))
  const concerned = new Set(concernedPlaces(plan))
  const active = plan.around.filter(({ id, status }) => status === 'active' && concerned.has(id))
  return active.map(({ id }) => {
    const isGone =
      plan.records.some(({ before, after }) => after === null && before.place === id) && !kept.has(id)
    return { id, outcome: isGone ? 'withdrawn' : 'changed' }
  })
}

const foundIn = (plan: Plan): readonly FoundTrace[] => [
  ...plan.records.flatMap(({ before, after, cuts }) =>
    traced(
      'source_record',
      `${before.source}/${before.mapped.id}`,
      before.place,
      after === null ? null : cuts
    )
  ),
  ...plan.corrections.flatMap(({ before, after, cuts }) =>
    traced('correction', String(before.id), before.place, after === null ? null : cuts)
  ),
  ...plan.dormant.flatMap(({ before, cuts }) => traced('place', before.id, before.id, cuts)),
  ...plan.cells.flatMap(({ before, cuts }) =>
    traced(
      before.table,
      before.row,
      null,
      cuts.map((cut) => ({ ...cut, path: [before.column, ...cut.path] }))
    )
  )
]

function traced(
  table: string,
  row: string,
  place: string | null,
  cuts: Planned<unknown>['cuts'] | null
): readonly FoundTrace[] {
  if (cuts === null) return [{ table, row, place, field: '', found: null }]
  return cuts.map(({ path, found }) => ({ table, row, place, field: path.join('.'), found }))
}
