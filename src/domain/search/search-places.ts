import { forgedCursor, senselessQuestion } from '../errors.ts'
import type { PlaceText } from '../places/place.ts'
import type { Words } from '../words/words.ts'
import { decodeCursor, encodeCursor, type Position } from './cursor.ts'
import { fillPage, firstPart, type Page } from './fill-page.ts'
import { type Instead, insteadOf } from './instead.ts'
import type { Count, FacetCounts, SearchDeps } from './ports.ts'
import { RADII, type Reach, reachOf } from './relevance/radius.ts'
import { startOf, startsOf } from './relevance/search-where.ts'
import { countedWithin, looks } from './relevance/within-reach.ts'
import { resolveFilters } from './resolve-filters.ts'
import { EVERYTHING, type Filters, type Question } from './search-question.ts'

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
  /** The nearest questions that have answers; null where this one has some. */
  readonly instead: readonly Instead[] | null
  /** Opaque; null on the last page. */
  readonly next: string | null
}

/** The first page. Throws `invalidInput` where a territory or a source is not known. */
export async function searchPlaces(deps: SearchDeps, asked: Question): Promise<SearchAnswer> {
  const found = await firstPage(deps, asked, await resolveFilters(deps, asked.filters, asked.sort))
  if (found.fits)
    return isFar(found.answer.within) ? nearerInEssence(deps, asked, found.answer) : found.answer
  let { words } = found.answer
  for (const mode of ['again', 'in essence'] as const) {
    if (!words || !(await saidNowhere(deps, words))) break
    const again = await firstPage(deps, asked, await resolveFilters(deps, asked.filters, asked.sort, mode))
    if (again.fits) return again.answer
    words = again.answer.words
  }
  return { ...found.answer, instead: await insteadOf(deps, asked, found.answer.words) }
}

/** Whether no place within the widest radius fits. */
const isFar = (within: Reach | null): boolean =>
  within !== null && (within.nearestM ?? Number.POSITIVE_INFINITY) > WIDEST

const WIDEST = RADII[3]

/**
 * If only places far away contain all words, a sentence is reduced to its phrases with a meaning: "aide en arabe pour mes
 * démarches" is answered with help with procedures nearby, although none of these places writes "arabe". Whether all words are
 * far is decided without the other filters, because an additional filter must never find more.
 */
async function nearerInEssence(
  deps: SearchDeps,
  asked: Question,
  answer: SearchAnswer
): Promise<SearchAnswer> {
  const { words, where } = answer.filters
  if (!words?.wishes.some(({ kind }) => kind === 'word') || !where) return answer
  if (!isFar(await deps.places.reach({ ...EVERYTHING, words, where }))) return answer
  const filters = await resolveFilters(deps, asked.filters, asked.sort, 'in essence')
  const eased = await firstPage(deps, asked, filters)
  return eased.fits && !isFar(eased.answer.within) ? eased.answer : answer
}

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

/**
 * Words that no place at all says together are read again, as typing errors of others. Whatever the other filters
 * are: another filter must never find more.
 */
async function saidNowhere({ places }: SearchDeps, words: Words): Promise<boolean> {
  if (words.wishes.length === 0) return false
  const filters = { ...EVERYTHING, words: { ...words, where: null } }
  return (await places.count({ filters, part: 'inside' }, 1)).value === 0
}

/** The page a cursor leads to. Throws `forgedCursor`, also for a cursor of another place's alternatives. */
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

/** As text, for the place is never read: `{…}` becomes `{…,"beyond_radius":true}`. */
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
