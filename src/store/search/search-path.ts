import { askedOf } from '../../domain/search/filters.ts'
import type { PageRequest } from '../../domain/search/ports.ts'
import {
  BY_CODES,
  BY_LOCATION_AND_CODES,
  BY_LOCATION_AND_WORDS,
  BY_WORDS,
  bySchedule
} from '../db/index-hints.sql.ts'
import type { Sql } from '../db/sql.ts'
import type { OpenSchedules } from '../hours/open-schedules.ts'
import { type CodeFrequencies, shareOf } from './code-frequencies.ts'
import type { CodeQuery } from './code-query.ts'
import { cellsOf, type FrameCells } from './map/frame-cells.ts'
import type { Asked } from './place-conditions.sql.ts'
import { startOf } from './place-relevance.sql.ts'

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

/** The index on words serves where words are demanded; "lyon" alone demands none but in names. */
const demandsWords = ({ filters, part }: Pick<PageRequest, 'filters' | 'part'>): boolean =>
  (filters.words?.groups.length ?? 0) > 0 || part === 'named'

/** How rare a word is that few places may say: of a million, 4 000. */
const RARE = 0.4

/** Whether it is worth counting: of words that everybody says, to know it takes longer than to find the nearest. */
export const mayBeSaidByFew = ({ filters, part }: Pick<PageRequest, 'filters' | 'part'>): boolean =>
  part === 'named' ||
  (filters.words?.groups ?? []).some(
    ({ required, codes, weight }) => required && codes.length === 0 && weight >= RARE
  )

type Known = {
  readonly codes: CodeQuery | null
  readonly open: OpenSchedules | null
  /** Whether few places say the words. */
  readonly saidByFew: boolean
}

export function doorFor(
  { filters, sort, part }: Pick<PageRequest, 'filters' | 'sort' | 'part'>,
  { codes, open, saidByFew }: Known,
  frequencies: CodeFrequencies
): Sql | null {
  const share = shareOf(codes, frequencies)
  const fromPoint = sort === 'distance' || (sort === 'relevance' && startOf(filters) !== undefined)
  const matching = share * frequencies.places
  if (open && open.places < FEW && open.places < matching) return bySchedule(open.ids)
  const nearby = fromPoint || filters.radius !== undefined
  // Walked outward from a point, what few places say is met here and there, up to the end of the country: 1.8 s for a word
  // that none of a million says. So is what bears a town's name, and has a rare code besides.
  const isRare = saidByFew || (part === 'named' && share < UNCOMMON)
  if (demandsWords({ filters, part })) return nearby && !isRare ? BY_LOCATION_AND_WORDS : BY_WORDS
  if (nearby) return share < UNCOMMON ? BY_LOCATION_AND_CODES : null
  return matching < FEW && codes !== null && share < 1 ? BY_CODES : null
}

/**
 * The cells to read for a box, where nothing else is asked: their index alone tells which places lie in it. With codes
 * or hours each place of a cell must be fetched to be asked, and those of a large town that a box only touches are
 * more than sorting the box reads.
 */
export function cellsFor({ filters, codes, open, door, except }: Asked): FrameCells | null {
  const { bbox } = filters
  const asksMore = askedOf(filters, 'what', 'where', 'reading').some((field) => field !== 'bbox')
  return bbox && !asksMore && !codes && !open && !door && except === undefined ? cellsOf(bbox) : null
}
