import { forgedCursor } from '../errors.ts'
import type { PlaceText } from '../places/place.ts'
import type { Words } from '../words/words.ts'
import { decodeCursor, encodeCursor, type Position } from './cursor.ts'
import { type Instead, insteadOf } from './instead.ts'
import type { Count, FacetCounts, Part, SearchDeps } from './ports.ts'
import { resolveFilters } from './resolve-filters.ts'
import { EVERYTHING, type Filters, type Question } from './search-question.ts'

export type SearchAnswer = {
  readonly items: readonly PlaceText[]
  /** Null when the question does not want it counted. */
  readonly total: Count | null
  readonly facets: FacetCounts | null
  /** How the words of the question were read; null where it has none. */
  readonly words: Words | null
  /** The nearest questions that have answers; null where this one has some. */
  readonly instead: readonly Instead[] | null
  /** Opaque; null on the last page. */
  readonly next: string | null
}

/** Beyond this many, a total is "at least": people do not read page 500, and counting on would cost them. */
export const COUNTED_MOST = 10_000

/** The first page. Throws `invalidInput` where a territory or a source is not known. */
export async function searchPlaces(deps: SearchDeps, asked: Question): Promise<SearchAnswer> {
  const found = await firstPage(deps, asked, await resolveFilters(deps, asked.filters, asked.sort))
  if (found.items.length > 0) return found
  let words = found.words
  for (const mode of ['again', 'in essence'] as const) {
    if (!words || !(await saidNowhere(deps, words))) break
    const again = await firstPage(deps, asked, await resolveFilters(deps, asked.filters, asked.sort, mode))
    if (again.items.length > 0) return again
    words = again.words
  }
  return { ...found, instead: await insteadOf(deps, asked, found.words) }
}

function firstPage(deps: SearchDeps, asked: Question, filters: Filters): Promise<SearchAnswer> {
  const question = { ...asked, filters }
  const [part = 'inside'] = partsOf(question)
  return answer(deps, question, { part, after: null, seen: 0, total: null })
}

/**
 * Words that no place at all says together are read again, as typing errors of others. Whatever the other filters
 * are: another filter must never find more.
 */
async function saidNowhere({ places }: SearchDeps, words: Words): Promise<boolean> {
  if (words.groups.length === 0) return false
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
  return answer(deps, question, position)
}

/** What an answer consists of, in order: all that matches, then what `min_results` or a missing position adds. */
function partsOf({ filters, sort, minResults }: Question): readonly Part[] {
  if (filters.radius !== undefined && minResults !== undefined) return ['inside', 'beyond']
  const mayLackPosition = filters.radius === undefined && !filters.bbox && !filters.within
  const town = sort === 'relevance' && filters.words?.where?.centre
  const inside: readonly Part[] = town ? ['named', 'unnamed'] : ['inside']
  const byDistance = sort === 'distance' || (sort === 'relevance' && (town || filters.near))
  return byDistance && mayLackPosition ? [...inside, 'unlocated'] : inside
}

async function answer(deps: SearchDeps, question: Question, position: Position): Promise<SearchAnswer> {
  const { items, next } = await fillPage(deps, question, position)
  const seen = position.seen + items.length
  const total = await countAll(deps, question, position, next ? null : seen)
  const { filters, facets: asked, except } = question
  const facets = asked.length > 0 ? await deps.places.facets(filters, asked, except) : null
  const resumption = next && { question, position: { ...next, seen, total } }
  const words = filters.words ?? null
  return {
    items,
    total,
    facets,
    words,
    instead: null,
    next: resumption && encodeCursor(resumption, await deps.secret())
  }
}

type Page = { readonly items: PlaceText[]; readonly next: Pick<Position, 'part' | 'after'> | null }

/** Asks each part for one place more than there is room: that place is how we know there is a next page. */
async function fillPage({ places }: SearchDeps, question: Question, position: Position): Promise<Page> {
  const { except } = question
  const items: PlaceText[] = []
  const parts = partsOf(question)
  for (const part of parts.slice(parts.indexOf(position.part))) {
    const after = part === position.part ? position.after : null
    const room = roomFor(part, question, position.seen, items.length)
    if (room === null) continue
    const found = await places.page({
      filters: question.filters,
      part,
      // What lies beyond a radius comes nearest first, whatever the order inside.
      sort: part === 'beyond' || part === 'unlocated' ? 'distance' : question.sort,
      limit: room + 1,
      after,
      ...(except !== undefined && { except })
    })
    const taken = found.slice(0, room)
    items.push(...taken.map(({ place }) => place))
    const last = taken.at(-1)
    const stopped = last ? { key: last.key, id: last.place.id } : after
    if (found.length > room) {
      const enough = part === 'beyond' && position.seen + items.length >= (question.minResults ?? 0)
      return { items, next: enough ? null : { part, after: stopped } }
    }
  }
  return { items, next: null }
}

/** Places the page has room for; null when the part has nothing more to add to the answer. */
function roomFor(
  part: Part,
  { limit, minResults = 0 }: Question,
  seen: number,
  taken: number
): number | null {
  if (part !== 'beyond') return limit - taken
  const lacking = minResults - seen - taken
  return lacking > 0 ? Math.min(limit - taken, lacking) : null
}

/** `all` is how many there are when this page is the last: then there is nothing left to count. */
async function countAll(
  { places }: SearchDeps,
  { filters, minResults = 0, total, except }: Question,
  position: Position,
  all: number | null
): Promise<Count | null> {
  if (!total || position.total) return position.total
  if (all !== null) return { value: all, relation: 'eq' }
  const asked = { filters, ...(except !== undefined && { except }) }
  const inside = await places.count({ ...asked, part: 'inside' }, COUNTED_MOST)
  const lacking = filters.radius === undefined ? 0 : minResults - inside.value
  if (lacking <= 0) return inside
  const beyond = await places.count({ ...asked, part: 'beyond' }, lacking)
  return { value: inside.value + beyond.value, relation: 'eq' }
}
