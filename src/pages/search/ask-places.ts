import type { Point } from '../../domain/geo/geo.ts'
import { askedOfApi, beginningOf, type Choices } from './choices.ts'
import type { Failure, Found } from './found.ts'

/** Asks the API for a page of places. */
type AskFound = (path: string) => Promise<Found | Failure>

/**
 * The places that were asked for, in the order of the API. The API measures a radius, and an order by distance, from a point alone: if the question names
 * a town in words, the point is asked first.
 */
export async function askPlaces(ask: AskFound, choices: Choices): Promise<Found | Failure> {
  if (!needsCentre(choices)) return ask(askedOfApi(choices, null))
  const named = await ask(
    `/v1/places?${new URLSearchParams({ q: beginningOf(choices.q ?? ''), ...NOTHING_ELSE })}`
  )
  return typeof named === 'string' ? named : ask(askedOfApi(choices, centreIn(named)))
}

const NOTHING_ELSE = { limit: '1', total: 'none', fields: 'id' }

const needsCentre = ({ q, lat, cursor, radius, sort }: Choices): boolean =>
  q !== undefined &&
  lat === undefined &&
  cursor === undefined &&
  (radius !== undefined || sort === 'distance')

const centreIn = ({ interpreted }: Found): Point | null => interpreted?.where?.location ?? null
