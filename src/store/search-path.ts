import type { PageRequest } from '../domain/ports.ts'
import type { Filters } from '../domain/search-question.ts'
import type { CodeFrequencies } from './code-frequencies.ts'
import { shareOf } from './code-frequencies.ts'
import type { CodeQuery } from './code-query.ts'
import { cellsOf } from './frame-cells.ts'
import type { OpenSchedules } from './open-schedules.ts'
import {
  BY_CODES,
  BY_LOCATION_AND_CODES,
  BY_LOCATION_AND_WORDS,
  BY_WORDS,
  bySchedule
} from './queries/doors.sql.ts'
import type { Asked } from './queries/place-conditions.sql.ts'
import { startOf } from './queries/place-relevance.sql.ts'
import type { Sql } from './sql.ts'

/*
 * Which index a search goes by. Decided here, from what is asked and from how common the codes are, because the
 * planner sees a prepared statement once, without its values.
 */

/** Fewer matches than this are all read, and sorted: about 2 ms. */
const FEW = 2_000

/**
 * Below this share, walking from the nearest outward and leaving aside what lacks the code reads more than 2 000
 * places for a page of 20; the index that holds positions and codes together takes over.
 */
const UNCOMMON = 0.01

/** The index on words serves where words are demanded; "lyon" alone demands none. */
const demandsWords = ({ words }: Filters): boolean => (words?.groups.length ?? 0) > 0

export function doorFor(
  { filters, sort }: Pick<PageRequest, 'filters' | 'sort'>,
  { codes, open }: { readonly codes: CodeQuery | null; readonly open: OpenSchedules | null },
  frequencies: CodeFrequencies
): Sql | null {
  const share = shareOf(codes, frequencies)
  const fromPoint = sort === 'distance' || (sort === 'relevance' && startOf(filters) !== undefined)
  const matching = share * frequencies.places
  if (open && open.places < FEW && open.places < matching) return bySchedule(open.ids)
  const nearby = fromPoint || filters.radius !== undefined
  if (demandsWords(filters)) return nearby ? BY_LOCATION_AND_WORDS : BY_WORDS
  if (nearby) return share < UNCOMMON ? BY_LOCATION_AND_CODES : null
  return matching < FEW && codes !== null && share < 1 ? BY_CODES : null
}

/**
 * Of rarer places, the cells of a large town would be read to their end: twelve cells, 21 places wanted of each. With
 * one place in twenty that is 5 000 places, as many as sorting the frame reads at most.
 */
const COMMON = 0.05

/** The cells to walk for a box by name, where what else is asked leaves enough of the places in it. */
export function cellsFor(
  asked: Asked,
  sort: PageRequest['sort'],
  frequencies: CodeFrequencies
): readonly number[] | null {
  const { filters, codes, open, door } = asked
  if (sort !== 'name' || door || !filters.bbox || narrows(filters)) return null
  const openShare = open ? open.places / Math.max(1, frequencies.places) : 1
  return shareOf(codes, frequencies) * openShare < COMMON ? null : cellsOf(filters.bbox)
}

/** The cells to count in: what their index holds is enough to tell, where nothing but the box is asked. */
export function cellsAlone({ filters, codes, open, except }: Asked): readonly number[] | null {
  if (!filters.bbox || codes || open || except !== undefined || narrows(filters)) return null
  return cellsOf(filters.bbox)
}

/** Whether more is asked than a box, codes and hours: how many meet it, nobody knows beforehand. */
const narrows = ({
  within,
  radius,
  updatedSince,
  minQuality,
  itinerant,
  words,
  territory
}: Filters): boolean =>
  [within, radius, updatedSince, minQuality, itinerant, words].some((asked) => asked !== undefined) ||
  Object.keys(territory).length > 0
