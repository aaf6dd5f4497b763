import { forgedCursor, senselessQuestion } from '../errors.ts'
import type { PlaceText } from '../places/place.ts'
import type { Words } from '../words/words.ts'
import { decodeCursor, encodeCursor, type Position } from './cursor.ts'
import { fillPage, firstPart, type Page } from './fill-page.ts'
import { type Instead, insteadOf } from './instead.ts'
import { otherReading } from './other-reading.ts'
import type { Count, FacetCounts, SearchDeps } from './ports.ts'
import { isFar, type Reach, reachOf } from './relevance/radius.ts'
import { startOf, startsOf } from './relevance/search-where.ts'
import { countedWithin, looks } from './relevance/within-reach.ts'
import { resolveFilters } from './resolve-filters.ts'
import type { Filters, Question } from './search-question.ts'

export type SearchAnswer = {
  readonly items: readonly PlaceText[]
  /** Number of places that match and fit within the radius of the answer; null if it need not be counted. */
  readonly total: Count | null
  readonly facets: FacetCounts | null
  /** The filters, after the words of `q` were read. */
  readonly filters: Filters
  /** How the words of the question were read; null if there are none. */
  readonly words: Words | null
  /** The radius of the answer; null if the search has no start, or if a radius, box or outline is given. */
  readonly within: Reach | null
  /** The most similar questions that have results; null if this question has results. */
  readonly instead: readonly Instead[] | null
  /** Opaque cursor of the next page; null on the last page. */
  readonly next: string | null
}

/** The first page of an answer. Throws `invalidInput` for an unknown territory or source. */
export async function searchPlaces(deps: SearchDeps, asked: Question): Promise<SearchAnswer> {
  const found = await firstPage(deps, asked, await resolveFilters(deps, asked.filters, asked.sort))
  if (found.fits && !mayBeFar(found.answer)) return found.answer
  const other = await otherReading(deps, asked.filters, asked.sort, found.answer.filters)
  const again = other && (await firstPage(deps, asked, other))
  if (again?.fits && !(found.fits && isFar(again.answer.within))) return again.answer
  if (found.fits) return found.answer
  return { ...found.answer, instead: await insteadOf(deps, asked, found.answer.words) }
}

/**
 * Whether the best places may be far away. With a radius, a box or an outline, the answer does not contain their
 * distance, so they may be.
 */
const mayBeFar = ({ within, filters }: SearchAnswer): boolean =>
  looks(filters) ? isFar(within) : startsOf(filters.where).length > 0

const NOWHERE = { parameter: 'sort', detail: 'Distance needs lat and lon, or a town in q.' }

type First = { readonly answer: SearchAnswer; readonly fits: boolean }

async function firstPage(deps: SearchDeps, asked: Question, filters: Filters): Promise<First> {
  if (asked.sort === 'distance' && startOf(filters) === null) throw senselessQuestion([NOWHERE])
  const question = { ...asked, filters }
  const position = { part: firstPart(question), after: null, seen: 0, total: null, reach: null }
  const limit = await reachBefore(deps, question)
  const page = await fillPage(deps, question, { ...position, reach: limit })
  const reach = looks(filters) ? (limit ?? page.reach ?? (await reachAfter(deps, question, page))) : null
  return { answer: await answer(deps, question, { ...position, reach }, page), fits: page.fits }
}

/**
 * When sorting by name or date, nothing outside the radius follows, so the radius must be known before the
 * page is read.
 */
const reachBefore = async ({ places }: SearchDeps, { filters, sort }: Question): Promise<Reach | null> =>
  looks(filters) && sort !== 'relevance' && sort !== 'distance' ? places.reach(filters) : null

/** When sorting by distance, the radius follows from the first page, unless that page has too few places. */
async function reachAfter(
  { places }: SearchDeps,
  { filters, sort }: Question,
  { found, next }: Page
): Promise<Reach | null> {
  if (sort !== 'distance') return places.reach(filters)
  const expected = found.flatMap(({ expectedM }) => expectedM ?? []).toSorted((one, other) => one - other)
  const walked = Number(found.at(-1)?.key ?? 0)
  const third = expected[2]
  if (next !== null && (third === undefined || third > walked)) return places.reach(filters)
  const [start] = startsOf(filters.where)
  return reachOf(expected, start?.extentM ?? 0)
}

/** The page of a cursor. Throws `forgedCursor` if it is forged or belongs to another place's alternatives. */
export async function continueSearch(
  deps: SearchDeps,
  cursor: string,
  except?: string
): Promise<SearchAnswer> {
  const { question, position } = decodeCursor(cursor, await deps.secret())
  if (question.except !== except) throw forgedCursor('cursor')
  return answer(deps, question, position, await fillPage(deps, question, position))
}

async function answer(
  deps: SearchDeps,
  question: Question,
  position: Position,
  page: Page
): Promise<SearchAnswer> {
  const { found, next } = page
  const { filters, facets: wanted, except } = question
  const { reach } = position
  const seen = position.seen + found.length
  const counted = countedWithin(filters, reach)
  const total = await countAll(deps, { ...question, filters: counted }, position, page)
  const facets = wanted.length > 0 ? await deps.places.facets(counted, wanted, except) : null
  const resumption = next && { question, position: { ...next, seen, total, reach } }
  return {
    items: marked(page, counted),
    total,
    facets,
    filters,
    words: filters.words ?? null,
    within: reach,
    instead: null,
    next: resumption && encodeCursor(resumption, await deps.secret())
  }
}

/** Marks places outside the radius of the answer. A place without a position is not marked. */
const marked = ({ found }: Page, { reachM }: Filters): readonly PlaceText[] =>
  found.map(({ place, expectedM, outside }) =>
    outside || (reachM !== undefined && expectedM !== null && expectedM > reachM) ? asBeyond(place) : place
  )

/** Changes the text without parsing it: `{…}` becomes `{…,"beyond_radius":true}`. */
const asBeyond = ({ id, json }: PlaceText): PlaceText => ({
  id,
  json: `${json.slice(0, -1)},"beyond_radius":true}`
})

async function countAll(
  { places }: SearchDeps,
  { filters, minResults = 0, countMost, except }: Question,
  position: Position,
  { found, next }: Page
): Promise<Count | null> {
  if (countMost === 0 || position.total) return position.total
  // This page contains all results, so they can be counted here, except those outside the radius.
  if (next === null && position.seen === 0 && !filters.words) {
    const within = ({ expectedM }: Page['found'][number]) =>
      filters.reachM === undefined || (expectedM !== null && expectedM <= filters.reachM)
    return { value: found.filter(within).length, relation: 'eq' }
  }
  const asked = { filters, ...(except !== undefined && { except }) }
  const inside = await places.count({ ...asked, part: 'inside' }, countMost)
  const lacking = filters.radius === undefined ? 0 : minResults - inside.value
  if (lacking <= 0) return inside
  const beyond = await places.count({ ...asked, part: 'beyond' }, lacking)
  return { value: inside.value + beyond.value, relation: 'eq' }
}
