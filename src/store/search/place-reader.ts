import type { Lookup } from '../../domain/places/place-finder.ts'
import type { Count, Found, PageRequest, PlaceReader } from '../../domain/search/ports.ts'
import type { Database } from '../db/database.ts'
import { BY_WORDS } from '../db/index-hints.sql.ts'
import { run } from '../db/prepared.ts'
import { openSchedules } from '../hours/open-schedules.ts'
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
import { codeQuery } from './code-query.ts'
import { commonness, inTerritory } from './commonness.ts'
import { countFacets } from './count-facets.ts'
import { type CellColumns, toCell } from './map/cell-row.ts'
import { placeCells } from './map/place-cells.sql.ts'
import { namedPlaces } from './named-places.ts'
import type { Asked } from './place-conditions.sql.ts'
import { placeCount } from './place-count.sql.ts'
import { placeSearch } from './place-search.sql.ts'
import { placeDigest, placeStream } from './place-stream.sql.ts'
import { hasLostItsWay, relevantPage } from './relevance.ts'
import type { SearchKnowledge } from './search-knowledge.ts'
import { cellsFor, doorFor, mayBeSaidByFew } from './search-path.ts'

/** Half a megabyte of places: what an export holds of them at a time. With 1 000 the process grew by 30 MB more, no faster. */
const STREAM_BATCH = 250

type Searched = Pick<PageRequest, 'filters' | 'part' | 'except'>

type PlaceReaderDeps = {
  readonly knowledge: SearchKnowledge
  readonly version: () => Promise<number>
  /** Epoch milliseconds. */
  readonly clock: () => number
}

export function placeReader(
  database: Pick<Database, 'pool' | 'kind'>,
  { knowledge, version, clock }: PlaceReaderDeps
): PlaceReader {
  const states = openingStates(database, clock)
  const openAt = openSchedules(database, { version, clock, frequencies: knowledge.schedules })
  const week = weekReader(database, clock)
  const common = commonness(database)
  const ask = async (searched: Searched, sort: PageRequest['sort']): Promise<Asked> => {
    const { filters } = searched
    const codes = codeQuery(filters, await knowledge.terms(filters.source?.flat()))
    const open = filters.open ? await openAt(filters.open) : null
    const { part } = searched
    const saidByFew = mayBeSaidByFew(searched) && (await common.saidByFew(filters, part))
    const door = doorFor({ filters, sort, part }, { codes, open, saidByFew }, await knowledge.frequencies())
    const byWords = door === BY_WORDS && part !== 'named'
    const closed = byWords && inTerritory(filters) && !(await common.saidByFew(filters))
    return { ...searched, codes, open, door: closed ? null : door }
  }
  const asked = (request: PageRequest) => ask(request, request.sort)
  const best = { asked, terms: knowledge.terms, commonness: common, states }

  return {
    async page(request) {
      if (request.sort === 'relevance') return relevantPage(database, best, request)
      const plain = await ask(request, request.sort)
      const asked = { ...request, ...plain, cells: request.sort === 'name' ? cellsFor(plain) : null }
      const rows = await run<FoundColumns>(database, placeSearch(asked)).catch((error: unknown) => {
        if (!hasLostItsWay(error)) throw error
        return run<FoundColumns>(database, placeSearch({ ...asked, sorted: true }))
      })
      const state = await states.of(rows.map(({ schedule }) => schedule))
      return rows.map((row) => found(row, state, request))
    },
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
      return (await run<CellColumns>(database, placeCells(asked, level))).map(toCell)
    },
    named: (question) => namedPlaces(database, question),
    async find(id) {
      const [row] = await run<LookedUp>(database, placeFind(id))
      if (row?.status !== 'active') return lookupGone(row)
      const state = await states.of([row.schedule])
      return { state: 'active', place: toPlace(row, state), week: () => week(row.schedule) }
    },
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

async function* everyPlace(
  database: Pick<Database, 'pool' | 'kind'>,
  asked: Asked
): AsyncGenerator<Found['place'][]> {
  const { near } = asked.filters
  let after: string | null = null
  while (true) {
    const rows: readonly FoundColumns[] = await run(database, placeStream(asked, near, after, STREAM_BATCH))
    if (rows.length > 0) yield rows.map((row) => toFoundPlace(row, UNTOLD, near !== undefined, false))
    if (rows.length < STREAM_BATCH) return
    after = rows.at(-1)?.id ?? null
  }
}

function found(row: FoundColumns, state: StateOf, { filters, part }: PageRequest): Found {
  return { place: toFoundPlace(row, state, filters.near !== undefined, part === 'beyond'), key: row.key }
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
