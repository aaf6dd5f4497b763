import { type BBox, DIRECTIONS, type Direction, type Point } from '../../domain/geo/geo.ts'

/** Size of the drawing in pixels; pages scale it to the available width. */
export const WIDTH = 640
export const HEIGHT = 420

const METRES_PER_DEGREE = 111_320
/** Minimum height of the area in metres. A smaller one would show a courtyard, without streets to recognise it by. */
const LEAST_M = 3_000
/** Factor by which the area around the points is enlarged, to make room for the names. */
const MARGIN = 1.5

const lengthOfDegree = (lat: number): number => METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)

/** The area around all points, in the proportions of the drawing. */
export function frameAround(points: readonly Point[]): BBox {
  const [lats, lons] = [points.map(({ lat }) => lat), points.map(({ lon }) => lon)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const [west, east] = [Math.min(...lons), Math.max(...lons)]
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 }
  const tall = Math.max((north - south) * METRES_PER_DEGREE * MARGIN, LEAST_M)
  const wide = Math.max((east - west) * lengthOfDegree(middle.lat) * MARGIN, (tall * WIDTH) / HEIGHT)
  const [halfLon, halfLat] = [
    wide / 2 / lengthOfDegree(middle.lat),
    (wide * HEIGHT) / WIDTH / 2 / METRES_PER_DEGREE
  ]
  return {
    west: middle.lon - halfLon,
    east: middle.lon + halfLon,
    south: middle.lat - halfLat,
    north: middle.lat + halfLat
  }
}

export type Spot = { readonly x: number; readonly y: number }

/** Converts degrees to pixels as if the earth were flat, which is exact to a pixel over the 100 km of a drawing. */
export const projection =
  ({ west, south, east, north }: BBox) =>
  ({ lat, lon }: Point): Spot => ({
    x: Math.round(((lon - west) / (east - west)) * WIDTH * 10) / 10,
    y: Math.round(((north - lat) / (north - south)) * HEIGHT * 10) / 10
  })

/** The scale bar: the longest round distance that takes at most a third of the width. */
export function scaleBar({ west, south, east, north }: BBox): {
  readonly metres: number
  readonly pixels: number
} {
  const across = (east - west) * lengthOfDegree((south + north) / 2)
  const most = across / 3
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power
  return { metres, pixels: Math.round((metres / across) * WIDTH) }
}

/** Distance and direction from one point to another on a sphere, accurate enough for people who walk or drive. */
export function bearing(from: Point, to: Point): { readonly metres: number; readonly direction: Direction } {
  const east = (to.lon - from.lon) * lengthOfDegree((from.lat + to.lat) / 2)
  const north = (to.lat - from.lat) * METRES_PER_DEGREE
  const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4))
  return { metres: Math.hypot(east, north), direction: DIRECTIONS[(eighth + 8) % 8] ?? 'n' }
}
