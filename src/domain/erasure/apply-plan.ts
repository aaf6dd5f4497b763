import { askedAddress } from '../geocoding/clean-address.ts'
import type { Towns } from '../matching/towns.ts'
import { settleSome } from '../merging/settle.ts'
import { fingerprintOf } from '../places/fingerprint.ts'
import { idPages, recompose } from '../publishing/recompose.ts'
import { blank } from './blank.ts'
import type { ErasedPlace } from './erasure.ts'
import type { ErasablePlace, ErasureWriter } from './erasure-ports.ts'
import type { Hold } from './holds.ts'
import type { Matcher } from './matcher.ts'
import type { Person } from './person.ts'
import { changedRows, deletedRows, type Plan } from './plan.ts'
import { dormantPlan } from './plan-person.ts'
import { concernedPlaces, countsOf } from './report.ts'

type Applying = {
  readonly id: string
  readonly what: 'person' | 'place'
  readonly holds: readonly Hold[]
  readonly matcher: Matcher
  readonly person: Person | null
  readonly towns: Towns
}

/** Does what was planned, composes the places again, and returns what became of those that were active. */
export async function applyPlan(
  writer: ErasureWriter,
  plan: Plan,
  { id, what, holds, matcher, person, towns }: Applying
): Promise<readonly ErasedPlace[]> {
  await writeRows(writer, plan)
  const concerned = concernedPlaces(plan)
  await recompose(writer, pagesOf(concerned))
  // The records compare otherwise without the person.
  await settleSome(writer, towns)
  const after = await writer.around(plan.around.map((place) => place.id))
  await emptyLeft(writer, plan, after)
  const dormant = [...(person === null ? [] : await writer.dormant(person)), ...after]
  const whose = person === null ? [] : plan.around.map((place) => place.id)
  await writer.putDormant(changedRows(dormantPlan(dormant, matcher, new Set(whose))))
  await writer.sweep(person, addressesIn(plan))
  const active = new Set(plan.around.flatMap(({ status, id }) => (status === 'active' ? [id] : [])))
  const places = concerned
    .filter((place) => active.has(place))
    .map((place): ErasedPlace => ({ id: place, outcome: outcomeOf(place, after) }))
  await writer.keepJournal({ id, what, places: concerned, counts: countsOf(plan) })
  await writer.keepHolds(id, holds)
  return places
}

async function writeRows(writer: ErasureWriter, plan: Plan): Promise<void> {
  const records = changedRows(plan.records).map((record) => ({
    ...record,
    fingerprint: fingerprintOf(record.mapped).fingerprint
  }))
  await writer.putRecords(records)
  await writer.deleteRecords(deletedRows(plan.records))
  await writer.putCorrections(changedRows(plan.corrections))
  await writer.deleteCorrections(deletedRows(plan.corrections).map(({ id }) => id))
  await writer.putCells(changedRows(plan.cells))
  await writer.deleteCells(deletedRows(plan.cells))
}

const PAGE = 500

const pagesOf = (ids: readonly string[]): AsyncGenerator<readonly string[]> => {
  const sorted = ids.toSorted()
  return idPages(async (after) => sorted.slice(after === null ? 0 : sorted.indexOf(after) + 1).slice(0, PAGE))
}

/**
 * Empties places whose own records are all gone. If others were merged with them, their ids lead to what is left, as
 * after every merge.
 */
async function emptyLeft(writer: ErasureWriter, plan: Plan, after: readonly ErasablePlace[]): Promise<void> {
  const lost = new Set(deletedRows(plan.records).flatMap(({ place }) => place ?? []))
  if (lost.size === 0) return
  const rest = await writer.recordsAt(plan.around.map(({ id }) => id))
  const listing = new Set(rest.map(({ place }) => place))
  const left = [...lost].filter((place) => !listing.has(place))
  const survivorBefore = new Map(plan.around.map(({ id, survivor }) => [id, survivor]))
  const survivorAfter = new Map(after.map(({ id, survivor }) => [id, survivor]))
  const merges = left.flatMap((place) => {
    const companion = rest.find(
      (record) => survivorBefore.get(record.place ?? '') === survivorBefore.get(place)
    )
    const survivor = survivorAfter.get(companion?.place ?? '')
    return survivor === undefined || survivor === place || survivorAfter.get(place) === survivor
      ? []
      : [{ place, survivor }]
  })
  await writer.merge(merges)
  await writer.emptyPlaces(
    after.filter(({ id }) => left.includes(id)).map(({ id, document }) => ({ id, document: blank(document) }))
  )
}

const outcomeOf = (id: string, after: readonly ErasablePlace[]): ErasedPlace['outcome'] =>
  after.some((place) => place.id === id && place.status === 'active') ? 'changed' : 'withdrawn'

/** What geocoders were asked for deleted records: with the postcode of the record, and without. */
const addressesIn = ({ records }: Plan): readonly string[] =>
  deletedRows(records).flatMap(({ mapped }) =>
    [true, false].flatMap((isPostcode) => askedAddress(mapped.content.address, () => isPostcode)?.key ?? [])
  )
