import { type Company, clustersOf } from '../matching/companies.ts'
import { matchingRules } from '../matching/rules.ts'
import type { Towns } from '../matching/towns.ts'
import { composePlace, isListed, type PlaceToPut } from '../places/compose-place.ts'
import { mapYielding } from '../work/map-yielding.ts'
import { pipelined } from '../work/pipelined.ts'
import { companyOf } from './company.ts'
import {
  type ComparableCache,
  comparablesFor,
  emptyCache,
  forgetOldest,
  known,
  type RecordPages,
  requestMissing
} from './comparable-cache.ts'
import { compareDue } from './compare-due.ts'
import type { Merge, MergeStore, OwnPlace, Standing } from './merge-store.ts'

/** Records whose companies are looked at together, and places that are composed and written together. */
const PAGE = 500

/**
 * Merges and splits places until they agree with their records and with what people decided. The result depends on the
 * records alone, not on which came first or how often this runs.
 */
export async function settle(store: MergeStore, towns: Towns): Promise<void> {
  await store.renew(matchingRules())
  await settleSome(store, towns)
}

/** Settles at most `most` records, or all. Returns how many were compared: 0 once nothing is left. */
export async function settleSome(store: MergeStore, towns: Towns, most?: number): Promise<number> {
  const { cache, compared } = await compareDue(store, towns, most)
  await settleTouched(store, towns, cache)
  await recompose(store)
  return compared
}

/** Merges and splits the places of these records only: enough after a decision about them. */
export async function settleAround(store: MergeStore, rows: readonly number[], towns: Towns): Promise<void> {
  const company = await companyOf(store, rows)
  const cache = emptyCache()
  await comparablesFor(store, company.compared, towns, cache)
  await move(
    store,
    clustersOf(company, (row) => known(cache, row))
  )
  await recompose(store)
}

/** Companies share no record, so each is settled once, in any order. */
const settleTouched = (store: MergeStore, towns: Towns, cache: ComparableCache): Promise<void> =>
  pipelined(
    touchedCompanies(store, cache),
    async (touched) => touched,
    async ({ company, requested }) => {
      forgetOldest(cache)
      await comparablesFor(store, company.compared, towns, cache, requested)
      return clustersOf(company, (row) => known(cache, row))
    },
    (clusters) => move(store, clusters)
  )

type Touched = { readonly company: Company; readonly requested: RecordPages }

/** The companies of touched records, page by page; a record is no longer touched once its company is yielded. */
async function* touchedCompanies(store: MergeStore, cache: ComparableCache): AsyncGenerator<Touched> {
  for (let after = 0; ; ) {
    const touched = await store.touched(after, PAGE)
    const last = touched.at(-1)
    if (last === undefined) return
    after = last.nth
    const company = await companyOf(
      store,
      touched.map(({ row }) => row)
    )
    const settled = store.settled([...company.members])
    const requested = requestMissing(store, company.compared, cache)
    await settled
    yield { company, requested }
  }
}

/** Merges and splits places until each cluster has one. */
async function move(store: MergeStore, clusters: readonly (readonly number[])[]): Promise<void> {
  const standings = new Map((await store.standings(clusters.flat())).map((each) => [each.row, each]))
  const moves = clusters.flatMap((rows) => movesOf(rows.flatMap((row) => standings.get(row) ?? [])))
  const parted = moves.filter(({ survivor }) => survivor === null).map(({ place }) => place.id)
  const merges = moves.flatMap(({ place, survivor }): readonly Merge[] =>
    survivor === null ? [] : [{ place: place.id, survivor }]
  )
  const affected = moves.flatMap(({ place, survivor }) => [place.id, place.merged_into, survivor])
  await Promise.all([
    store.part(parted),
    store.merge(merges),
    store.compose([...new Set(affected)].filter((id) => id !== null))
  ])
}

/** A place that is to be merged into the survivor, or split off if that is null. */
type Move = { readonly place: OwnPlace; readonly survivor: string | null }

/**
 * The oldest place of a cluster survives. A cluster without a listed record is dissolved: a redirect has to end on a
 * place that exists.
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

/** No place depends on what becomes of another, so the next are read before these are written. */
const recompose = (store: MergeStore): Promise<void> =>
  pipelined(
    toCompose(store),
    async (ids) => ({ ids, records: await store.recordsOf(ids) }),
    ({ ids, records }) =>
      mapYielding(ids, (id) => {
        const all = records.get(id) ?? []
        return isListed(all) ? { id, ...composePlace(all) } : id
      }),
    (composed) => putOrWithdraw(store, composed)
  )

async function* toCompose(store: MergeStore): AsyncGenerator<readonly string[]> {
  let ids = await store.composing(null, PAGE)
  while (ids.length > 0) {
    yield ids
    ids = await store.composing(ids.at(-1) ?? null, PAGE)
  }
}

/** Those of which there is only the id have no listed record: they are withdrawn. */
async function putOrWithdraw(store: MergeStore, composed: readonly (PlaceToPut | string)[]): Promise<void> {
  const places = composed.filter((each) => typeof each !== 'string')
  if (places.length > 0) await store.putPlaces(places)
  await store.withdrawPlaces(composed.filter((each) => typeof each === 'string'))
}
