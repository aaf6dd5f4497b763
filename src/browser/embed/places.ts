import type { BBox, Point } from '../../domain/geo/geo.ts'
import type { FoundPlace } from '../../domain/places/place.ts'
import type { Territory } from '../../domain/territories/territory.ts'
import type { Found } from '../../pages/search/found.ts'

export type Listed = Pick<
  FoundPlace,
  | 'id'
  | 'display_name'
  | 'address'
  | 'location'
  | 'contacts'
  | 'opening_hours'
  | 'distance_m'
  | 'beyond_radius'
> & { readonly fits?: boolean }

export type Page = Pick<Found, 'total' | 'within' | 'next'> & { readonly items: readonly Listed[] }

const OF_ANY = 'display_name,address,location,contacts,opening_hours'
const OF_FOUND = `${OF_ANY},distance_m,beyond_radius,fits`

/** The API refused the question: asking again would not help. */
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

const LEAST_DEGREES = 0.01

const METRES_PER_DEGREE = 111_320

/**
 * The area to show: the circle of the filters, else a box around all listed places; undefined if none has a
 * position.
 */
export function boxFor(filters: URLSearchParams, places: readonly Listed[]): BBox | undefined {
  const [lat, lon, radius] = ['lat', 'lon', 'radius'].map((name) => Number(filters.get(name) ?? Number.NaN))
  if (lat === undefined || lon === undefined || radius === undefined || Number.isNaN(lat + lon + radius)) {
    return boxAround(places)
  }
  const tall = radius / METRES_PER_DEGREE
  const wide = tall / Math.max(0.1, Math.cos((lat * Math.PI) / 180))
  return { west: lon - wide, east: lon + wide, south: lat - tall, north: lat + tall }
}

function boxAround(places: readonly Listed[]): BBox | undefined {
  const points = places.flatMap(({ location }) => location ?? [])
  if (points.length === 0) return undefined
  const [lats, lons] = [points.map(({ lat }) => lat), points.map(({ lon }) => lon)]
  return {
    west: Math.min(...lons) - LEAST_DEGREES,
    south: Math.min(...lats) - LEAST_DEGREES,
    east: Math.max(...lons) + LEAST_DEGREES,
    north: Math.max(...lats) + LEAST_DEGREES
  }
}
