import type { Language } from '../../domain/language.ts'
import { splitBeyond } from '../parts/beyond.ts'
import { number } from '../wording/number.ts'
import { WORDING } from '../wording/wording.ts'
import type { Choices } from './choices.ts'
import type { Found, FoundItem, Total } from './found.ts'

/** The number of places in words: "412 lieux", "Plus de 1 000 lieux". */
export const totalText = (total: Total, listed: number, lang: Language): string =>
  WORDING[lang].search.results(total?.value ?? listed, total?.relation === 'gte')

type Counted = Pick<Found, 'total' | 'within'> & {
  readonly items: readonly Pick<FoundItem, 'distance_m' | 'beyond_radius' | 'fits'>[]
}

/** The number of places and the radius in words: "27 lieux à moins de 20 km". */
export function countText(found: Counted, choices: Pick<Choices, 'radius'>, lang: Language): string {
  const reach = reachOf(found, choices)
  const more = found.total?.relation === 'gte'
  if (!reach) return totalText(found.total, found.items.length, lang)
  const says = WORDING[lang].search
  const { count, nearest } = reach
  const km = number(lang, reach.km)
  if (count > 0) return says.within(says.results(count, more), km)
  const distance = nearest === null || nearest > FARTHEST_TOLD ? null : WORDING[lang].distance(nearest)
  // Near places that may fit are listed below, so "no place" would contradict the list.
  const { unsure } = splitBeyond(found.items, found.within !== undefined)
  if (unsure.length > 0) return says.noneFits(km, distance)
  return distance === null ? says.within(says.noPlace, km) : says.nearestAt(km, distance)
}

/**
 * Maximum distance in metres of a nearest place that the heading names. People do not travel further for help, and the
 * next place of a rare kind may be overseas.
 */
const FARTHEST_TOLD = 200_000

type Reach = {
  readonly count: number
  readonly km: number
  /** Metres to the nearest place outside the radius, if known. */
  readonly nearest: number | null
}

/**
 * The radius of the answer, chosen by the API or on the page, and the number of places within it; null if there is
 * no radius.
 */
function reachOf({ items, total, within }: Counted, { radius }: Pick<Choices, 'radius'>): Reach | null {
  const beyond = items.filter((place) => place.beyond_radius)
  const nearest = within?.nearest_m ?? nearestOf(beyond)
  if (within) {
    const inside = within.count ?? items.length - beyond.length
    return { count: inside, km: within.radius_m / 1_000, nearest }
  }
  // Without a point to measure from, no radius was sent to the API.
  if (radius === undefined || items.every((place) => place.distance_m === undefined)) return null
  return { count: (total?.value ?? items.length) - beyond.length, km: Number(radius), nearest }
}

function nearestOf(items: Counted['items']): number | null {
  const metres = items.flatMap(({ distance_m }) => distance_m ?? [])
  return metres.length > 0 ? Math.min(...metres) : null
}
