import { composePlace, isListed } from '../compose-place.ts'
import { companiesOf } from './companies.ts'
import type { Towns } from './comparable.ts'
import { compareDue } from './compare-due.ts'
import type { MatchStore, Merge, OwnPlace, Standing } from './match-store.ts'
import type { Met } from './met.ts'

/** Places composed and written together. */
const PAGE = 500

/**
 * Merges and splits places until they are what the records, and the people who decided, say. What a place is depends on
 * the records alone: whichever came first, and however often this runs.
 */
export async function settle(store: MatchStore, towns: Towns): Promise<void> {
  const { touched, met } = await compareDue(store, towns)
  await settleAround(store, touched, towns, met)
}

/** The same, where only what people decided of these records has changed. */
export async function settleAround(
  store: MatchStore,
  rows: ReadonlySet<number>,
  towns: Towns,
  met: Met = new Map()
): Promise<void> {
  if (rows.size === 0) return
  const clusters = await companiesOf(store, rows, towns, met)
  const moves = clusters.flatMap(movesOf)
  const parted = moves.filter(({ survivor }) => survivor === null).map(({ place }) => place.id)
  const merges = moves.flatMap(({ place, survivor }): readonly Merge[] =>
    survivor === null ? [] : [{ place: place.id, survivor }]
  )
  await store.part(parted)
  await store.merge(merges)
  const gone = new Set(merges.map(({ place }) => place))
  const told = moves.flatMap(({ place, survivor }) => [place.id, place.merged_into, survivor])
  await recompose(store, [...new Set(told)].filter((id) => id !== null && !gone.has(id)) as readonly string[])
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

async function recompose(store: MatchStore, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = ids.slice(from, from + PAGE)
    const records = await store.recordsOf(page)
    const listed = page.flatMap((id) => {
      const all = records.get(id) ?? []
      return isListed(all) ? [{ id, ...composePlace(all) }] : []
    })
    const there = new Set(listed.map(({ id }) => id))
    if (listed.length > 0) await store.putPlaces(listed)
    await store.withdrawPlaces(page.filter((id) => !there.has(id)))
  }
}
