import type { After, Found, PageRequest } from '../../../domain/search/ports.ts'
import { ENOUGH, RADII } from '../../../domain/search/relevance/radius.ts'
import { startsOf } from '../../../domain/search/relevance/search-where.ts'
import type { Database } from '../../db/database.ts'
import { run } from '../../db/prepared.ts'
import type { OpeningStates } from '../../hours/opening-states.ts'
import { type FoundColumns, toFoundPlace } from '../../writing/place-document.ts'
import { hasLostItsWay } from '../lost-way.ts'
import { type Bound, boundsOf, isCertain, type Stop } from './bound.ts'
import type { Leg } from './legs.sql.ts'
import { placeRanked, placeUnplaced } from './place-ranked.sql.ts'
import { type Few, planLegs } from './plan-legs.ts'
import type { Ranked } from './ranked.ts'

type Queried = Pick<Database, 'pool' | 'kind'>

export type RankedDeps = {
  readonly ranked: (request: PageRequest) => Promise<Ranked>
  readonly few: (ranked: Ranked) => Promise<Few>
  readonly states: OpeningStates
}

type Told = {
  readonly stops: readonly Stop[] | null
  readonly nearest: readonly number[] | null
}
type Hit = FoundColumns & { readonly expected_m: number | null; readonly outside: boolean }
type Row = Told & (Hit | { readonly id: null })

export type RankedPage = {
  readonly found: readonly Found[]
  /** Expected distances of the nearest good ones in metres, ascending: three if there are as many. */
  readonly nearest: readonly number[]
}

const GROWTH = 4

/**
 * A page in the order of relevance. The order is one of all places: a page is certain as soon as its last place scores more
 * than any that was not looked at can, else the walks are made longer. So it does not matter how long they were before.
 */
export async function rankedPage(database: Queried, deps: RankedDeps, request: PageRequest): Promise<RankedPage> {
  const ranked = await deps.ranked(request)
  if (request.part === 'unlocated') return unplacedPage(database, deps, ranked, request)
  const resumed = request.after && readKey(request.after)
  const few = await deps.few(ranked)
  const rows = (resumed?.seen ?? 0) + request.limit
  for (let growth = 1; ; growth *= GROWTH) {
    const legs = planLegs(ranked, few, { rows, growth })
    const read = await readLegs(database, ranked, legs, { after: resumed?.after ?? null, limit: request.limit })
    const bounds = boundsOf(ranked, legs, read.stops)
    if (!isEnough(read, bounds, request, ranked)) continue
    return { found: await toFound(deps, read.hits, ranked, resumed?.seen ?? 0), nearest: read.nearest }
  }
}

type Read = { readonly hits: readonly Hit[]; readonly stops: readonly Stop[]; readonly nearest: readonly number[] }

async function readLegs(
  database: Queried,
  ranked: Ranked,
  legs: readonly Leg[],
  { after, limit }: { readonly after: After | null; readonly limit: number }
): Promise<Read> {
  const rows = await run<Row>(database, placeRanked(ranked, legs, after, limit)).catch((error: unknown) => {
    if (!hasLostItsWay(error)) throw error
    return run<Row>(database, placeRanked({ ...ranked, sorted: true }, legs, after, limit))
  })
  return {
    hits: rows.flatMap((row) => (row.id === null ? [] : [row])),
    stops: rows[0]?.stops ?? [],
    nearest: rows[0]?.nearest ?? []
  }
}

/** Whether the page holds what it must, and the radius of a first page is known. */
function isEnough({ hits, nearest, stops }: Read, bounds: readonly Bound[], request: PageRequest, ranked: Ranked): boolean {
  const last = hits.at(-1)
  const full = hits.length >= request.limit
  const certain = full && last ? isCertain(Number(last.key), last.id, bounds) : bounds.every(({ score }) => score === 0)
  if (!certain || request.after !== null || startsOf(ranked.filters.where).length === 0) return certain
  return isReachKnown(nearest, stops, bounds)
}

const WIDEST = RADII[3]
/** The ellipsoid is nowhere less than this much of the sphere: see `placeNearest`. */
const LEAST_OF_SPHERE = 0.9944

/** The third of the nearest is known once the walk of the good ones went further than it, or as far as any radius. */
function isReachKnown(nearest: readonly number[], stops: readonly Stop[], bounds: readonly Bound[]): boolean {
  if (bounds.every(({ score }) => score === 0)) return true
  const walked = Math.min(...stops.filter(({ leg, sphere }) => leg === 0 && sphere !== null).map(({ sphere }) => Number(sphere)))
  const third = nearest[ENOUGH - 1] ?? Number.POSITIVE_INFINITY
  return walked * LEAST_OF_SPHERE >= Math.min(third, WIDEST)
}

/** What has no position, is not of the town and not what was named: by id, after all that is somewhere. */
async function unplacedPage(
  database: Queried,
  deps: RankedDeps,
  ranked: Ranked,
  { after, limit }: PageRequest
): Promise<RankedPage> {
  const rows = await run<Hit>(database, placeUnplaced(ranked, after, limit))
  return { found: await toFound(deps, rows, ranked, 0), nearest: [] }
}

async function toFound(
  { states }: RankedDeps,
  hits: readonly Hit[],
  { filters, part }: Ranked,
  seen: number
): Promise<readonly Found[]> {
  const state = await states.of(hits.map(({ schedule }) => schedule))
  const located = filters.near !== undefined || startsOf(filters.where).length > 0
  return hits.map((row, at) => ({
    place: toFoundPlace(row, state, located, isBeyond(row, filters.reachM)),
    key: part === 'unlocated' ? row.key : keyOf(Number(row.key), seen + at + 1),
    expectedM: row.expected_m
  }))
}

const isBeyond = ({ outside, expected_m }: Hit, reachM: number | undefined): boolean =>
  outside || (reachM !== undefined && expected_m !== null && expected_m > reachM)

/** A place's key: its score, and how many come before the next, by which the walks of the next page are made long enough. */
const keyOf = (score: number, seen: number): string => JSON.stringify([score, seen])

/** Reads what `keyOf` wrote: cursors are signed, so it is nobody else's. */
function readKey({ key, id }: After): { readonly seen: number; readonly after: After } {
  const [score = 0, seen = 0] = JSON.parse(String(key)) as [number, number]
  return { seen, after: { key: score, id } }
}
