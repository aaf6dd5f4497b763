import type { Point } from '../../domain/geo/geo.ts'
import { splitBeyond } from '../parts/beyond.ts'
import { askedOfApi, type Choices } from './choices.ts'
import type { Failure, Found } from './found.ts'
import { isCounted } from './wishes.ts'

/** Asks the API for a page of places. */
type AskFound = (path: string) => Promise<Found | Failure>

/**
 * The places that were asked for. The API measures a radius, and an order by distance, from a point alone: if the question names
 * a town in words, the point is asked first.
 */
export async function askPlaces(ask: AskFound, choices: Choices): Promise<Found | Failure> {
  if (!needsCentre(choices)) return askNear(ask, choices)
  const named = await ask(`/v1/places?${new URLSearchParams({ q: choices.q ?? '', ...NOTHING_ELSE })}`)
  return typeof named === 'string' ? named : ask(askedOfApi(choices, centreIn(named)))
}

const NOTHING_ELSE = { limit: '1', total: 'none', fields: 'id' }

const needsCentre = ({ q, lat, cursor, radius, sort }: Choices): boolean =>
  q !== undefined &&
  lat === undefined &&
  cursor === undefined &&
  (radius !== undefined || sort === 'distance')

const centreIn = ({ interpreted }: Found): Point | null => interpreted?.where?.location ?? null

/** Places in a page of the API. */
const PAGE = 20

/**
 * By relevance, a place beyond the radius may come before a near one that is, for example, closed at that time. The heading counts the
 * near ones: if this page lacks some of them, a second request with the radius as a filter lists them first.
 */
async function askNear(ask: AskFound, choices: Choices): Promise<Found | Failure> {
  const found = await ask(askedOfApi(choices, null))
  if (typeof found === 'string' || choices.cursor !== undefined || !found.within) return found
  const { count, radius_m } = found.within
  const { lat, lon } = choices
  const centre = lat !== undefined ? { lat: Number(lat), lon: Number(lon) } : centreIn(found)
  const shown = splitBeyond(found.items, true, isCounted(found)).inside.length
  if (!count || !centre || shown >= Math.min(count, PAGE)) return found
  const near = await ask(askedOfApi({ ...choices, radius: String(radius_m / 1_000) }, centre, PAGE))
  return typeof near === 'string' ? found : { ...near, within: found.within }
}
