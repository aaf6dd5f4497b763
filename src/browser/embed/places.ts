import type { Point } from '../../domain/geo/geo.ts'
import type { Territory } from '../../domain/territories/territory.ts'
import type { EmbeddedPlace } from '../../pages/embed/embed-list.tsx'
import { LISTED_FIELDS } from '../../pages/parts/listed-place.ts'
import type { Found } from '../../pages/search/found.ts'

export type Listed = EmbeddedPlace

export type Page = Pick<Found, 'total' | 'within' | 'next' | 'interpreted'> & {
  readonly items: readonly Listed[]
}

/** A place by its id has no distance. */
const OF_ANY = LISTED_FIELDS.filter((field) => field !== 'distance_m' && field !== 'beyond_radius').join(',')
const OF_FOUND = [...LISTED_FIELDS, 'fits'].join(',')

/** Thrown if the API refuses a request, so that sending it again would not help. */
export class Refused extends Error {}

export const centreOf =
  (api: string) =>
  async (commune: string): Promise<Point | null> =>
    (await get<Territory>(new URL(`/v1/territories/commune/${encodeURIComponent(commune)}`, api))).centre

export function firstPage(api: string, filters: URLSearchParams): Promise<Page> {
  const asked = new URLSearchParams(filters)
  asked.set('fields', OF_FOUND)
  return get<Page>(new URL(`/v1/places?${asked}`, api))
}

/**
 * Fetches the page at the address `next`. Only its path and query are used, because the public address of the API may
 * differ from the one through which it was reached.
 */
export function nextPage(api: string, next: string): Promise<Page> {
  const { pathname, search } = new URL(next, api)
  return get<Page>(new URL(`${pathname}${search}`, api))
}

export const onePlace = (api: string, id: string): Promise<Listed> =>
  get<Listed>(new URL(`/v1/places/${id}?fields=${OF_ANY}`, api))

const PATIENCE_MS = 15_000

export async function get<Body>(url: URL): Promise<Body> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
  if (answer.status === 400 || answer.status === 422) throw new Refused(String(answer.status))
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`)
  return (await answer.json()) as Body
}
