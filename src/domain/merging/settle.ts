import { pipelined } from '../concurrency/pipelined.ts'
import { type Company, clustersOf } from '../matching/companies.ts'
import { matchingRules } from '../matching/rules.ts'
import type { Towns } from '../matching/towns.ts'
import { idPages, recompose } from '../publishing/recompose.ts'
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
import { compareDue, type OnIgnoredId } from './compare-due.ts'
import type { MatchWriter } from './match-writer.ts'
import type { Merge, MergeWriter, OwnPlace, Standing } from './merge-writer.ts'

/**
 * Number of records whose connected records are handled together, and of places that are composed and written
 * together.
 */
const PAGE = 500

/**
 * Merges and splits places until they agree with the pairs of records and with the decisions of people. The
 * result depends only on the records, not on their order or on how often this runs.
 */
export async function settle(writer: MatchWriter, towns: Towns, onIgnoredId?: OnIgnoredId): Promise<void> {
  await writer.renew(matchingRules())
  await settleSome(writer, towns, undefined, onIgnoredId)
}

/** Settles at most `most` records, or all. Returns how many were compared; 0 means done. */
export async function settleSome(
  writer: MatchWriter,
  towns: Towns,
  most?: number,
  onIgnoredId?: OnIgnoredId
): Promise<number> {
  const { cache, compared } = await compareDue(writer, towns, most, onIgnoredId)
  await settleTouched(writer, towns, cache)
  await recompose(writer, toCompose(writer))
  return compared
}

/** Merges and splits only the places of these records, which is enough after a decision about them. */
export async function settleAround(
  writer: MergeWriter,
  rows: readonly number[],
  towns: Towns
): Promise<void> {
  const company = await companyOf(writer, rows)
  const cache = emptyCache()
  await comparablesFor(writer, company.compared, towns, cache)
  await move(
    writer,
    clustersOf(company, (row) => known(cache, row))
  )
  await recompose(writer, toCompose(writer))
}

/** Settles each group of connected records once. The order does not matter, because the groups share no record. */
const settleTouched = (writer: MatchWriter, towns: Towns, cache: ComparableCache): Promise<void> =>
  pipelined(
    touchedCompanies(writer, cache),
    async (touched) => touched,
    async ({ company, requested }) => {
      forgetOldest(cache)
      await comparablesFor(writer, company.compared, towns, cache, requested)
      return clustersOf(company, (row) => known(cache, row))
    },
    (clusters) => move(writer, clusters)
  )

type Touched = { readonly company: Company; readonly requested: RecordPages }

/**
 * The connected records of touched records, page by page. A record is no longer touched once the group of its
 * connected records has been yielded.
 */
async function* touchedCompanies(writer: MatchWriter, cache: ComparableCache): AsyncGenerator<Touched> {
  for (let after = 0; ; ) {
    const touched = await writer.touched(after, PAGE)
    const last = touched.at(-1)
    if (last === undefined) return
    after = last.nth
    const company = await companyOf(
      writer,
      touched.map(({ row }) => row)
    )
    const settled = writer.settled([...company.members])
    const requested = requestMissing(writer, company.compared, cache)
    await settled
    yield { company, requested }
  }
}

/** Merges and splits places until each cluster has one. */
async function move(writer: MergeWriter, clusters: readonly (readonly number[])[]): Promise<void> {
  const standings = new Map((await writer.standings(clusters.flat())).map((each) => [each.row, each]))
  const moves = clusters.flatMap((rows) => movesOf(rows.flatMap((row) => standings.get(row) ?? [])))
  const parted = moves.filter(({ survivor }) => survivor === null).map(({ place }) => place.id)
  const merges = moves.flatMap(({ place, survivor }): readonly Merge[] =>
    survivor === null ? [] : [{ place: place.id, survivor }]
  )
  const affected = moves.flatMap(({ place, survivor }) => [place.id, place.merged_into, survivor])
  await Promise.all([
    writer.part(parted),
    writer.merge(merges),
    writer.compose([...new Set(affected)].filter((id) => id !== null))
  ])
}

/** A place that is to be merged into the survivor, or split off if `survivor` is null. */
type Move = { readonly place: OwnPlace; readonly survivor: string | null }

/**
 * The moves that leave one place for a cluster, which is its oldest. A cluster without a listed record is dissolved,
 * because a redirect has to end on a place that exists.
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

const toCompose = (writer: MergeWriter): AsyncGenerator<readonly string[]> =>
  idPages((after) => writer.composing(after, PAGE))
