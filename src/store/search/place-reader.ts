import { WIDEST_LEVEL } from '../../domain/geo/map-grid.ts'
import type { OpenFilter } from '../../domain/opening/open-at.ts'
import type { Lookup } from '../../domain/places/place-finder.ts'
import type { Count, Found, PageRequest, PlaceReader } from '../../domain/search/ports.ts'
import { startOf } from '../../domain/search/relevance/search-where.ts'
import type { FollowedReader } from '../../domain/subscriptions/subscription-ports.ts'
import type { Database } from '../db/database.ts'
import { BY_WORDS } from '../db/index-hints.sql.ts'
import { walkedOrSorted } from '../db/lost-way.ts'
import { run } from '../db/prepared.ts'
import { type OpenSchedules, openSchedules } from '../hours/open-schedules.ts'
import { openingStates } from '../hours/opening-states.ts'
import { weekReader } from '../hours/week-reader.ts'
import { placeFind } from '../places/place-find.sql.ts'
import {
  type FoundColumns,
  type PlaceColumns,
  type StateOf,
  toFoundPlace,
  toPlace,
  UNTOLD
} from '../writing/place-document.ts'
import type { CodeFrequencies } from './code-frequencies.ts'
import { codeQuery } from './code-query.ts'
import { type Commonness, commonness, fewOf, inTerritory } from './commonness.ts'
import { countFacets } from './count-facets.ts'
import { changesAmong, placeChanges } from './latest-changes.sql.ts'
import { readLatestChanges, readSpan } from './latest-changes.ts'
import { type CellColumns, toCell } from './map/cell-row.ts'
import { placeCells } from './map/place-cells.sql.ts'
import { namedPlaces } from './named-places.ts'
import type { Asked } from './place-conditions.sql.ts'
import { placeCount } from './place-count.sql.ts'
import { placeSearch } from './place-search.sql.ts'
import { placeDigest, placeStream } from './place-stream.sql.ts'
import type { Compiled } from './ranked/compile.ts'
import { fitOfPlaces } from './ranked/place-fit.ts'
import { rankedPage, reachFrom } from './ranked/ranked-page.ts'
import { type WishCompiler, wishCompiler } from './ranked/wish-compiler.ts'
import type { SearchKnowledge } from './search-knowledge.ts'
import { cellsFor, doorFor, mayBeMetByFew } from './search-path.ts'

/**
 * Number of places per batch of an export, which take half a megabyte in memory. With 1 000, the process grew by 30
 * MB more and was no faster.
 */
const STREAM_BATCH = 250

type Searched = Pick<PageRequest, 'filters' | 'part' | 'except'>

type PlaceReaderDeps = {
  readonly knowledge: SearchKnowledge
  readonly version: () => Promise<number>
  /** Returns the current time in epoch milliseconds. */
  readonly clock: () => number
}

export function placeReader(
  database: Pick<Database, 'pool' | 'batch' | 'kind'>,
  { knowledge, version, clock }: PlaceReaderDeps
): PlaceReader & FollowedReader {
  // Counts over a million places take longer than a search may, but are kept.
  const unhurried = { pool: database.batch, kind: database.kind }
  const states = openingStates(database, clock)
  const openAt = openSchedules(database, { version, clock, frequencies: knowledge.schedules })
  const week = weekReader(database, clock)
  const common = commonness(database)
  const compiled = wishCompiler({ terms: knowledge.terms, openAt })
  const ask = asker(knowledge, openAt, compiled, common)
  const ranking = { database, ask, compiled, common, states, frequencies: knowledge.frequencies }

  return {
    async page(request) {
      if (request.sort === 'relevance') return rankedPage(ranking, request)
      const plain = await ask(request, request.sort)
      const asked = { ...request, ...plain, cells: request.sort === 'name' ? cellsFor(plain) : null }
      const rows = await walkedOrSorted((sorted) =>
        run<SearchRow>(database, placeSearch({ ...asked, ...(sorted && { sorted }) }))
      )
      const state = await states.of(rows.map(({ schedule }) => schedule))
      return { found: rows.map((row) => found(row, state, request)), reach: null, fits: rows.length > 0 }
    },
    reach: (filters) => reachFrom(ranking, filters),
    fit: (filters, ids) => fitOfPlaces(database, compiled, filters, ids),
    async count(searched, cap) {
      const asked = await ask(searched, 'name')
      const rows = await run<{ value: number }>(
        database,
        placeCount({ ...asked, cells: cellsFor(asked) }, cap)
      )
      return capped(rows[0]?.value ?? 0, cap)
    },
    facets: (filters, facets, except) =>
      countFacets(
        database,
        (asked) => ask({ filters: asked, part: 'inside', ...(except !== undefined && { except }) }, 'name'),
        filters,
        facets
      ),
    async cells(filters, level) {
      const asked = await ask({ filters, part: 'inside' }, 'name')
      const by = level <= WIDEST_LEVEL ? unhurried : database
      return (await run<CellColumns>(by, placeCells(asked, level))).map(toCell)
    },
    named: (question) => namedPlaces(database, question),
    async find(id) {
      const [row] = await run<LookedUp>(database, placeFind(id))
      if (row?.status !== 'active') return lookupGone(row)
      const state = await states.of([row.schedule])
      return { state: 'active', place: toPlace(row, state), week: () => week(row.schedule) }
    },
    changesOf: (id, limit) => readLatestChanges(database, placeChanges(id, limit)),
    async changesAmong(filters, limit) {
      const asked = await ask({ filters, part: 'inside' }, 'name')
      return readLatestChanges(database, changesAmong(asked, limit))
    },
    changesIn: async (of, span) =>
      readSpan(database, 'place' in of ? of : await ask({ filters: of, part: 'inside' }, 'name'), span),
    async *stream(filters) {
      yield* everyPlace(database, await ask({ filters, part: 'inside' }, 'name'))
    },
    async digest(filters) {
      const rows = await run<{ digest: string }>(
        database,
        placeDigest(await ask({ filters, part: 'inside' }, 'name'))
      )
      return rows[0]?.digest ?? ''
    }
  }
}

type Ask = (searched: Searched, sort: PageRequest['sort']) => Promise<Asked>

/** Returns a function that prepares a search for its statements and chooses the index. */
function asker(
  knowledge: SearchKnowledge,
  openAt: (open: OpenFilter) => Promise<OpenSchedules>,
  compiled: WishCompiler,
  common: Commonness
): Ask {
  return async (searched, sort) => {
    const { filters } = searched
    const codes = codeQuery(filters, await knowledge.terms(filters.source?.flat()))
    const open = filters.open ? await openAt(filters.open) : null
    const frequencies = await knowledge.frequencies()
    const wanted = await compiled(filters)
    const words = await metBy(wanted, frequencies)
    const door = doorFor({ filters, sort }, { codes, open, words }, frequencies)
    const closed = door === BY_WORDS && words === 'many' && inTerritory(filters)
    return { ...searched, codes, open, good: wanted?.good ?? null, door: closed ? null : door }
  }

  async function metBy(
    wanted: Compiled | null,
    frequencies: CodeFrequencies
  ): Promise<'none' | 'few' | 'many'> {
    const query = wanted?.good?.query
    if (!wanted || !query) return 'none'
    const may = mayBeMetByFew(wanted, frequencies)
    return may && (await common.saidByFew(query, fewOf(frequencies.places))) ? 'few' : 'many'
  }
}

async function* everyPlace(
  database: Pick<Database, 'pool' | 'kind'>,
  asked: Asked
): AsyncGenerator<Found['place'][]> {
  const start = startOf(asked.filters)
  let after: string | null = null
  while (true) {
    const rows: readonly FoundColumns[] = await run(database, placeStream(asked, start, after, STREAM_BATCH))
    if (rows.length > 0) yield rows.map((row) => toFoundPlace(row, UNTOLD, start !== null, false))
    if (rows.length < STREAM_BATCH) return
    after = rows.at(-1)?.id ?? null
  }
}

type SearchRow = FoundColumns & { readonly expected_m: number | null }

function found(row: SearchRow, state: StateOf, { filters, part }: PageRequest): Found {
  return {
    place: toFoundPlace(row, state, startOf(filters) !== null, part === 'beyond'),
    key: row.key,
    expectedM: row.expected_m,
    outside: false
  }
}

const capped = (value: number, cap: number): Count =>
  value > cap ? { value: cap, relation: 'gte' } : { value, relation: 'eq' }

type LookedUp = PlaceColumns & { readonly status: string; readonly survivor: string | null }

function lookupGone(row: LookedUp | undefined): Lookup {
  if (!row) return { state: 'unknown' }
  return row.status === 'merged' && row.survivor !== null
    ? { state: 'merged', survivor: row.survivor }
    : { state: 'withdrawn' }
}
