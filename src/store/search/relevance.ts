import type { Found, PageRequest, Part } from '../../domain/search/ports.ts'
import { vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import type { Group } from '../../domain/words/words.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import type { OpeningStates } from '../hours/opening-states.ts'
import type { TermIds } from '../vocabularies/term-ids.ts'
import { type FoundColumns, type StateOf, toFoundPlace } from '../writing/place-document.ts'
import type { Commonness } from './commonness.ts'
import type { Asked } from './place-conditions.sql.ts'
import { placeRelevance, startOf } from './place-relevance.sql.ts'
import { keyOf, NOWHERE, type QualityBorder, readKey, type Window } from './relevance-window.ts'

type Queried = Pick<Database, 'pool' | 'kind'>
type Ask = {
  readonly asked: (request: PageRequest) => Promise<Asked>
  readonly terms: () => Promise<TermIds>
  readonly states: OpeningStates
  readonly commonness: Commonness
}

/** Matches of a window, for a page of 20: what is nearest or best is among the first of them. */
const WINDOW = 64

/** A window without a place on this page still tells its border, in a row of its own. */
type Row = (FoundColumns | { readonly id: null }) & { readonly border: number | string | null }

/** A page in the order of relevance, from as many windows as it takes. */
export async function relevantPage(database: Queried, ask: Ask, request: PageRequest): Promise<Found[]> {
  const resumed = request.after && readKey(request.after)
  let window: Window | null = resumed ? resumed.window : await firstWindow(ask, request)
  let after = resumed?.after ?? null
  const found: Found[] = []
  while (window && found.length < request.limit) {
    const limit: number = request.limit - found.length
    const rows: readonly Row[] = await read(database, ask, { ...request, after, limit }, window)
    const scored: Window = bounded(window, rows[0]?.border ?? null)
    const places = rows.filter((row) => row.id !== null)
    const state = await ask.states.of(places.map(({ schedule }) => schedule))
    found.push(...places.map((row) => toFound(row, state, request, scored)))
    window = next(scored, request.part)
    after = null
  }
  return found
}

async function read(
  database: Queried,
  ask: Ask,
  request: PageRequest,
  window: Window
): Promise<readonly Row[]> {
  const termIds = await ask.terms()
  const terms = ({ codes }: Group) =>
    codes.map(({ parameter, code }) => termIds(vocabularyOf(parameter).name, code).id)
  const size = Math.max(WINDOW, 3 * request.limit)
  const asked = { ...request, ...(await askedIn(ask, request, window)), window, size, terms }
  return run<Row>(database, placeRelevance({ ...asked, sorted: false })).catch((error: unknown) => {
    if (!hasLostItsWay(error)) throw error
    return run<Row>(database, placeRelevance({ ...asked, sorted: true }))
  })
}

/** Along the quality, no index of words is walked: the planner is given no door to one. */
async function askedIn(ask: Ask, request: PageRequest, { kind }: Window): Promise<Asked> {
  const asked = await ask.asked(request)
  return kind === 'quality' ? { ...asked, door: null } : asked
}

/** From a point, the nearest; else all at once where few match, and the best by quality where many do. */
async function firstWindow({ asked, commonness }: Ask, request: PageRequest): Promise<Window> {
  const { filters } = request
  if (startOf(filters)) return { kind: 'near', from: 0, to: null }
  const few =
    (await commonness.saidByFew(filters)) ||
    (await commonness.restMetByFew(filters, (rest) => asked({ ...request, filters: rest })))
  return few ? { kind: 'all' } : { kind: 'quality', from: null, to: null }
}

function bounded(window: Window, border: number | string | null): Window {
  if (window.kind === 'near') return { ...window, to: border === null ? NOWHERE : Number(border) }
  if (window.kind === 'all' || window.kind === 'unplaced' || window.to) return window
  return { ...window, to: border === null ? null : (JSON.parse(String(border)) as QualityBorder) }
}

/** What bears the town's name comes before all else, even where nobody knows its position. */
function next(window: Window, part: Part): Window | null {
  if (window.kind === 'near' && window.to === NOWHERE && part === 'named') return { kind: 'unplaced' }
  if (window.kind === 'all' || window.kind === 'unplaced') return null
  if (window.to === null || window.to === NOWHERE) return null
  return window.kind === 'near'
    ? { kind: 'near', from: window.to, to: null }
    : { kind: 'quality', from: window.to, to: null }
}

const toFound = (
  row: FoundColumns,
  state: StateOf,
  { filters, part }: PageRequest,
  window: Window
): Found => ({
  place: toFoundPlace(row, state, filters.near !== undefined, part === 'beyond'),
  key: keyOf(Number(row.key), window)
})

/** See `placeNearestSorted`: the only thing that tells this internal error from others is its message. */
export const hasLostItsWay = (error: unknown): boolean =>
  error instanceof Error && error.message === 'index returned tuples in wrong order'
