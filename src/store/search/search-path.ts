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
import type { Compiled } from './ranked/compile.ts'

/*
 * Chooses the index for a search. It is chosen here, by the filters and the frequency of the codes, because
 * the planner plans a prepared statement only once, without knowing the values.
 */

/** Number of matches below which all matches are read and sorted, which takes about 2 ms. */
const FEW = 2_000

/**
 * Share of places below which a code is uncommon. For such codes, walking outward from a point and skipping places
 * without the code would read more than 2 000 places for a page of 20. The combined index of positions and codes is
 * used instead.
 */
const UNCOMMON = 0.01

/** Minimum rarity of a word for which counting is worthwhile: at most 4 000 of a million places contain it. */
const RARE = 0.4

/**
 * Whether it is worth counting the matches. For common words, counting takes longer than finding the nearest
 * places.
 */
export const mayBeMetByFew = (
  { main, idsOf }: Pick<Compiled, 'main' | 'idsOf'>,
  { share, places }: CodeFrequencies
): boolean =>
  main.some((wish) =>
    wish.codes.length === 0
      ? wish.weight >= RARE
      : idsOf(wish).reduce((sum, id) => sum + share(id), 0) * places < FEW
  )

type Known = {
  readonly codes: CodeQuery | null
  readonly open: OpenSchedules | null
  /** `none` if there are no words, otherwise whether few or many places contain them. */
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
  // Walking outward in search of a rare word may read the whole country: 1.8 s for a word that none of a
  // million places contains.
  if (words !== 'none') return nearby && words === 'many' ? BY_LOCATION_AND_WORDS : BY_WORDS
  if (nearby) return share < UNCOMMON ? BY_LOCATION_AND_CODES : null
  return matching < FEW && codes !== null && share < 1 ? BY_CODES : null
}

/**
 * The grid cells to read for a box, if there are no other filters; otherwise null. Without other filters, the index
 * on cells alone tells which places are inside. With codes or hours, every place in a cell would have to be
 * fetched; for a box that only touches a large town, this would mean reading more places than there are to sort
 * inside the box.
 */
export function cellsFor({ filters, codes, open, door, except }: Asked): FrameCells | null {
  const { bbox } = filters
  const asksMore = askedOf(filters, 'what', 'where', 'reading').some((field) => field !== 'bbox')
  return bbox && !asksMore && !codes && !open && !door && except === undefined ? cellsOf(bbox) : null
}
