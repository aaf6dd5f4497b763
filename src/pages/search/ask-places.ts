import type { Point } from '../../domain/geo/geo.ts'
import { askedOfApi, beginningOf, type Choices } from './choices.ts'
import type { Failure, Found } from './found.ts'

/** Asks the API for a page of places. */
type AskFound = (path: string) => Promise<Found | Failure>

/**
 * The places of a search, in the order of the API. The API needs a point for a radius or for the order by
 * distance. If the question names a town in words, its point is requested first.
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
