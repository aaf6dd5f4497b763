import type { After, Found, FoundPage, PageRequest } from '../../../domain/search/ports.ts'
import { ENOUGH, type Reach, reachOf, WIDEST } from '../../../domain/search/relevance/radius.ts'
import { startsOf } from '../../../domain/search/relevance/search-where.ts'
import { MOST_WEIGHT } from '../../../domain/search/relevance/values.ts'
import type { Filters } from '../../../domain/search/search-question.ts'
import { walkedOrSorted } from '../../db/lost-way.ts'
import { run } from '../../db/prepared.ts'
import { type FoundColumns, toFoundPlace } from '../../writing/place-document.ts'
import { type Bound, boundsOf, isCertain, type Stop } from './bound.ts'
import { firstTier, type Leg, mayBeCounted } from './legs.sql.ts'
import { placeRanked, placeUnplaced } from './place-ranked.sql.ts'
import { planLegs } from './plan-legs.ts'
import type { Ranked } from './ranked.ts'
import { type Ranking, rankedBy } from './ranking.ts'

type Hit = FoundColumns & { readonly expected_m: number | null; readonly outside: boolean }
type Row = (Hit | { readonly id: null }) & {
  /** JSON text, which the pool does not parse. */
  readonly walked: string
}

/** What a statement has found, and the walks that it made. */
type Read = {
  readonly legs: readonly Leg[]
  readonly hits: readonly Hit[]
  readonly stops: readonly Stop[]
  /** Expected distances of the nearest good places in metres, ascending; at most three. */
  readonly nearest: readonly number[]
}

const GROWTH = 4

/**
 * Reads a page in the order of relevance, which includes all places. A page is certain as soon as its last place
 * scores more than any place that was not read can score; until then, the walks are repeated with more places.
 * Therefore the length of the first walks does not affect the result.
 */
export async function rankedPage(ranking: Ranking, request: PageRequest): Promise<FoundPage> {
  const { ranked, few } = await rankedBy(ranking, request)
  const { after, limit } = request
  if (request.part === 'unlocated') return unplacedPage(ranking, ranked, after, limit)
  const from = after ? readKey(after) : { seen: 0, after: null }
  for (let growth = 1; ; growth *= GROWTH) {
    const legs = planLegs(ranked, few, { rows: from.seen + limit, growth })
    const read = await readLegs(ranking, ranked, legs, { after: from.after, limit })
    const bounds = boundsOf(ranked, legs, read.stops)
    const first = after === null && startsOf(ranked.filters.where).length > 0
    if (!isFull(read, limit, bounds) || (first && !isReachKnown(ranked, read, bounds))) continue
    return {
      found:
        after === null && meansNothing(ranked, read)
          ? []
          : await toFound(ranking, read.hits, ranked, from.seen),
      reach: first ? reachFound(ranked.filters, read) : null,
      fits: fits(ranked, read)
    }
  }
}

/** Finds the radius of an answer, for a sort order whose pages do not contain it. */
export async function reachFrom(ranking: Ranking, filters: Filters): Promise<Reach | null> {
  const starts = startsOf(filters.where)
  if (starts.length === 0) return null
  const { ranked, few } = await rankedBy(ranking, {
    ...{ filters, part: 'inside', sort: 'relevance', limit: 0, after: null }
  })
  for (let growth = 1; ; growth *= GROWTH) {
    const legs = planLegs(ranked, few, { rows: 0, growth }).filter((leg) => mayBeCounted(ranked, leg))
    const read = await readLegs(ranking, ranked, legs, { after: null, limit: 0 })
    if (isReachKnown(ranked, read, boundsOf(ranked, legs, read.stops))) return reachFound(filters, read)
  }
}

async function readLegs(
  { database }: Ranking,
  ranked: Ranked,
  legs: readonly Leg[],
  { after, limit }: { readonly after: After | null; readonly limit: number }
): Promise<Read> {
  const rows = await walkedOrSorted((sorted) =>
    run<Row>(database, placeRanked({ ...ranked, sorted }, legs, after, limit))
  )
  const walked = JSON.parse(rows[0]?.walked ?? '{}') as Partial<Pick<Read, 'stops' | 'nearest'>>
  return {
    legs,
    hits: rows.flatMap((row) => (row.id === null ? [] : [row])),
    stops: walked.stops ?? [],
    nearest: walked.nearest ?? []
  }
}

const isEnd = (bounds: readonly Bound[]): boolean => bounds.every(({ score }) => score === 0)

function isFull({ hits }: Read, limit: number, bounds: readonly Bound[]): boolean {
  const last = hits.at(-1)
  return hits.length >= limit && last ? isCertain(Number(last.key), last.id, bounds) : isEnd(bounds)
}

/** Minimum ratio of a distance on the ellipsoid to the distance on the sphere: see `placeNearest`. */
const LEAST_OF_SPHERE = 0.9944

/**
 * Whether the distance of the third nearest good place is certain. For this, the walks over good places must have
 * gone beyond this place, or as far as the widest radius.
 */
function isReachKnown(ranked: Ranked, { legs, stops, nearest }: Read, bounds: readonly Bound[]): boolean {
  const counted = (number: number) => {
    const leg = legs[number]
    return leg?.walk === 'near' && leg.tier === firstTier(ranked)
  }
  const walks = stops.filter(({ leg }) => counted(leg))
  const ended = walks.some(({ leg, read }) => read < (legs[leg] as { readonly size: number }).size)
  if (isEnd(bounds) || walks.length === 0 || ended) return true
  const walked = Math.min(...walks.map(({ sphere }) => sphere ?? 0)) * LEAST_OF_SPHERE
  return walked >= Math.min(nearest[ENOUGH - 1] ?? WIDEST, WIDEST)
}

const reachFound = ({ where }: Filters, { nearest }: Read): Reach =>
  reachOf(nearest, Math.max(0, ...startsOf(where).map(({ extentM }) => extentM)))

/** Whether at least one place that was read meets all main wishes. */
function fits(ranked: Ranked, { legs, stops, nearest, hits }: Read): boolean {
  if (!ranked.good) return hits.length > 0
  return nearest.length > 0 || stops.some(({ leg }) => isOfTier(legs[leg], 'good'))
}

const isOfTier = (leg: Leg | undefined, tier: string): boolean =>
  leg !== undefined && 'tier' in leg && leg.tier === tier

/**
 * Whether no place meets any wish and no territory is given. In this case no place is better than another, and none
 * is returned. If a place is counted, places are always returned, even with a score this low, because three
 * conditions together give a low score.
 */
function meansNothing(ranked: Ranked, read: Read): boolean {
  const { filters, most } = ranked
  const best = read.hits[0]
  return (
    !filters.where && !fits(ranked, read) && best !== undefined && Number(best.key) <= most.none * MOST_WEIGHT
  )
}

/**
 * Reads places without a position that are neither in the town nor named by the question, in the order of their
 * ids. They come after all places with a position.
 */
async function unplacedPage(
  ranking: Ranking,
  ranked: Ranked,
  after: After | null,
  limit: number
): Promise<FoundPage> {
  const rows = await run<Hit>(ranking.database, placeUnplaced(ranked, after, limit))
  return { found: await toFound(ranking, rows, ranked, 0), reach: null, fits: false }
}

async function toFound(
  { states }: Ranking,
  hits: readonly Hit[],
  { filters, part }: Ranked,
  seen: number
): Promise<readonly Found[]> {
  const state = await states.of(hits.map(({ schedule }) => schedule))
  const located = filters.near !== undefined || startsOf(filters.where).length > 0
  return hits.map((row, at) => ({
    place: toFoundPlace(row, state, located, false),
    key: part === 'unlocated' ? row.key : keyOf(Number(row.key), seen + at + 1),
    expectedM: row.expected_m,
    outside: row.outside
  }))
}

/**
 * The key of a place: its score, and the number of places up to it, from which the next page chooses the length of
 * its walks.
 */
const keyOf = (score: number, seen: number): string => JSON.stringify([score, seen])

/** Reads a key written by `keyOf`. Cursors are signed, so it cannot have been altered. */
function readKey({ key, id }: After): { readonly seen: number; readonly after: After } {
  const [score = 0, seen = 0] = JSON.parse(String(key)) as [number, number]
  return { seen, after: { key: score, id } }
}
