import { type Company, clustersOf } from '../matching/companies.ts'
import { matchingRules } from '../matching/rules.ts'
import type { Towns } from '../matching/towns.ts'
import { composePlace, isListed, type PlaceToPut } from '../places/compose-place.ts'
import type { SourceRecord } from '../places/source-record.ts'
import { unwatched } from '../work/handled-later.ts'
import { inStretches } from '../work/map-yielding.ts'
import { companyOf } from './company.ts'
import { type Asked, ask, forget, known, type Met, meet, nobodyMet } from './comparable-cache.ts'
import { compareDue } from './compare-due.ts'
import type { Merge, MergeStore, OwnPlace, Standing } from './merge-store.ts'

/** Records whose companies are looked at together, and places that are composed and written together. */
const PAGE = 500

/**
 * Merges and splits places until they are what the records, and the people who decided, say. What a place is depends on
 * the records alone: whichever came first, and however often this runs.
 */
export async function settle(store: MergeStore, towns: Towns): Promise<void> {
  await store.renew(matchingRules())
  await settleSome(store, towns)
}

/** The same of no more records than that, if that is said. Answers of how many: where it is none, nothing is left. */
export async function settleSome(store: MergeStore, towns: Towns, most?: number): Promise<number> {
  const { met, compared } = await compareDue(store, towns, most)
  await settleTouched(store, towns, met)
  await recompose(store)
  return compared
}

/** No company meets another, so they may be settled in any order, and each once. */
async function settleTouched(store: MergeStore, towns: Towns, met: Met): Promise<void> {
  let moving: Promise<void> = Promise.resolve()
  let next = touchedCompany(store, 0, met)
  for (let page = await next; page !== null; page = await next) {
    // The next is looked for, and the one before moved, while we make out what becomes of this one.
    next = unwatched(touchedCompany(store, page.nth, met))
    forget(met)
    await meet(store, page.company.compared, towns, met, page.asked)
    const clusters = clustersOf(page.company, (row) => known(met, row))
    await moving
    moving = unwatched(move(store, clusters))
  }
  await moving
}

type Touched = { readonly company: Company; readonly asked: Asked; readonly nth: number }

/** The company of a page of touched records, all of which then no longer are. Null after the last. */
async function touchedCompany(store: MergeStore, after: number, met: Met): Promise<Touched | null> {
  const touched = await store.touched(after, PAGE)
  const last = touched.at(-1)
  if (last === undefined) return null
  const company = await companyOf(
    store,
    touched.map(({ row }) => row)
  )
  const settled = store.settled([...company.members])
  const asked = ask(store, company.compared, met)
  await settled
  return { company, asked, nth: last.nth }
}

/** Merges and parts, where only what people decided of these records has changed. */
export async function settleAround(store: MergeStore, rows: readonly number[], towns: Towns): Promise<void> {
  const company = await companyOf(store, rows)
  const met = nobodyMet()
  await meet(store, company.compared, towns, met)
  await move(
    store,
    clustersOf(company, (row) => known(met, row))
  )
  await recompose(store)
}

/** Merges and parts places, until those of a cluster are one. */
async function move(store: MergeStore, clusters: readonly (readonly number[])[]): Promise<void> {
  const standings = new Map((await store.standings(clusters.flat())).map((each) => [each.row, each]))
  const moves = clusters.flatMap((rows) => movesOf(rows.flatMap((row) => standings.get(row) ?? [])))
  const parted = moves.filter(({ survivor }) => survivor === null).map(({ place }) => place.id)
  const merges = moves.flatMap(({ place, survivor }): readonly Merge[] =>
    survivor === null ? [] : [{ place: place.id, survivor }]
  )
  const told = moves.flatMap(({ place, survivor }) => [place.id, place.merged_into, survivor])
  await Promise.all([
    store.part(parted),
    store.merge(merges),
    store.compose([...new Set(told)].filter((id) => id !== null))
  ])
}

type Move = { readonly place: OwnPlace; readonly survivor: string | null }

/**
 * The oldest place of a cluster survives. One of which nobody lists anything any more is dissolved: a redirect has to
 * end on a place that is there.
 */
function movesOf(cluster: readonly Standing[]): readonly Move[] {
  const places = [...new Map(cluster.map(({ place }) => [place.id, place])).values()].toSorted(byAge)
  const survivor = cluster.some(({ listed }) => listed.until === null) ? (places[0]?.id ?? null) : null
  return places
    .map((place) => ({ place, survivor: place.id === survivor ? null : survivor }))
    .filter(({ place, survivor }) => place.merged_into !== survivor)
}

const byAge = (one: OwnPlace, other: OwnPlace): number =>
  compare(one.created_at, other.created_at) || compare(one.id, other.id)

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

async function recompose(store: MergeStore): Promise<void> {
  let writing: Promise<void> = Promise.resolve()
  let next = toCompose(store, null)
  for (let page = await next; page.length > 0; page = await next) {
    // No place is told by what becomes of another, so the next are read while these are composed, and written meanwhile.
    next = unwatched(toCompose(store, page.at(-1)?.id ?? null))
    const composed = await inStretches(page, ({ id, records }) =>
      isListed(records) ? { id, ...composePlace(records) } : id
    )
    await writing
    writing = unwatched(putOrWithdraw(store, composed))
  }
  await writing
}

type ToCompose = { readonly id: string; readonly records: readonly SourceRecord[] }

async function toCompose(store: MergeStore, after: string | null): Promise<readonly ToCompose[]> {
  const ids = await store.composing(after, PAGE)
  const records = await store.recordsOf(ids)
  return ids.map((id) => ({ id, records: records.get(id) ?? [] }))
}

/** Withdraws those of which there is an id alone: nobody lists them. */
async function putOrWithdraw(store: MergeStore, composed: readonly (PlaceToPut | string)[]): Promise<void> {
  const places = composed.filter((each) => typeof each !== 'string')
  if (places.length > 0) await store.putPlaces(places)
  await store.withdrawPlaces(composed.filter((each) => typeof each === 'string'))
}
