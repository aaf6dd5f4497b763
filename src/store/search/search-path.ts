import { askedOf } from '../../domain/search/filters.ts'
import type { PageRequest } from '../../domain/search/ports.ts'
import type { RankedWish } from '../../domain/search/relevance/ranked-wishes.ts'
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

/** How rare a word is that few places may say: of a million, 4 000. */
const RARE = 0.4

/** Whether it is worth counting: of what everybody says, to know it takes longer than to find the nearest. */
export const mayBeMetByFew = (
  main: readonly RankedWish[],
  ids: (wish: RankedWish) => readonly number[],
  { share, places }: CodeFrequencies
): boolean =>
  main.some((wish) =>
    wish.codes.length === 0
      ? wish.weight >= RARE
      : ids(wish).reduce((sum, id) => sum + share(id), 0) * places < FEW
  )

type Known = {
  readonly codes: CodeQuery | null
  readonly open: OpenSchedules | null
  /** Whether words are asked for, and few places say them. */
  readonly words: 'none' | 'few' | 'many'
}

export function doorFor(
  { filters, sort }: Pick<PageRequest, 'filters' | 'sort'>,
  { codes, open, words }: Known,
  frequencies: CodeFrequencies
): Sql | null {
  const share = shareOf(codes, frequencies)
  const fromPoint = sort === 'distance' || (sort === 'relevance' && filters.where?.kind === 'around')
  const matching = share * frequencies.places
  if (open && open.places < FEW && open.places < matching) return bySchedule(open.ids)
  const nearby = fromPoint || filters.radius !== undefined || filters.reachM !== undefined
  // Walked outward from a point, what few places say is met here and there, up to the end of the country: 1.8 s for a word
  // that none of a million says.
  if (words !== 'none') return nearby && words === 'many' ? BY_LOCATION_AND_WORDS : BY_WORDS
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
