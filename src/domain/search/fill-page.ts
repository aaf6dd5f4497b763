import type { Position } from './cursor.ts'
import type { Found, Part, SearchDeps } from './ports.ts'
import type { Reach } from './relevance/radius.ts'
import { wishesNothing } from './relevance/ranked-wishes.ts'
import { countedWithin } from './relevance/within-reach.ts'
import type { Question } from './search-question.ts'

export type Page = {
  readonly found: readonly Found[]
  /** Where the next page begins; null if this is the last. */
  readonly next: Pick<Position, 'part' | 'after'> | null
  /** The radius of the answer, if reading the page determined it. */
  readonly reach: Reach | null
  /** Whether at least one place meets all main wishes. */
  readonly fits: boolean
}

/** The parts of an answer in order: matching places, then places added by `min_results` or without a position. */
function partsOf({ filters, sort, minResults }: Question): readonly Part[] {
  if (filters.radius !== undefined && minResults !== undefined) return ['inside', 'beyond']
  const mayLackPosition = filters.radius === undefined && !filters.bbox && !filters.within
  const fromSomewhere = filters.near !== undefined || filters.where !== undefined
  const byDistance = sort === 'distance' || (sort === 'relevance' && fromSomewhere)
  return byDistance && mayLackPosition ? ['inside', 'unlocated'] : ['inside']
}

export const firstPart = (question: Question): Part => partsOf(question)[0] ?? 'inside'

/**
 * Fills a page from the parts of the answer. Each part is asked for one place more than the page has room for, to
 * know whether there is a next page.
 */
export async function fillPage(
  { places }: SearchDeps,
  question: Question,
  position: Position
): Promise<Page> {
  const { except, filters } = question
  const found: Found[] = []
  let [reach, fits]: [Reach | null, boolean] = [null, false]
  const done = (next: Page['next']): Page => ({ found, next, reach, fits })
  if (filters.words && wishesNothing(filters.words)) return done(null)
  const parts = partsOf(question)
  for (const part of parts.slice(parts.indexOf(position.part))) {
    const after = part === position.part ? position.after : null
    const room = roomFor(part, question, position.seen, found.length)
    if (room === null) continue
    const read = await places.page({
      filters: endsWithin(question) ? countedWithin(filters, position.reach) : filters,
      part,
      // Places outside the radius are sorted by distance, whatever the order inside it.
      sort: sortOf(part, question),
      limit: room + 1,
      after,
      // `min_results` counts places that fit, not just any places nearby.
      ...(question.minResults !== undefined && { fitting: true }),
      ...(except !== undefined && { except })
    })
    reach ??= read.reach
    fits ||= read.fits
    const taken = read.found.slice(0, room)
    found.push(...taken)
    const last = taken.at(-1)
    const stopped = last ? { key: last.key, id: last.place.id } : after
    if (read.found.length > room) {
      const enough = part === 'beyond' && position.seen + found.length >= (question.minResults ?? 0)
      return done(enough ? null : { part, after: stopped })
    }
  }
  return done(null)
}

const sortOf = (part: Part, { sort }: Question): Question['sort'] => {
  if (part === 'beyond') return 'distance'
  return part === 'unlocated' && sort !== 'relevance' ? 'distance' : sort
}

/**
 * Whether results end at the answer's radius. They do if sorted by name or date, but not by relevance or distance.
 */
const endsWithin = ({ sort }: Question): boolean => sort !== 'relevance' && sort !== 'distance'

/** Number of places for which the page has room; null if this part adds nothing more to the answer. */
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
