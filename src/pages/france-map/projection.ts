import type { Point } from '../../domain/geo/geo.ts'
import type { Spot } from '../small-map/geometry.ts'

/*
 * Maps of France are drawn in Lambert's conic projection, as the French know them from school: on a plain grid of
 * degrees, the north of the country would be a tenth too wide.
 */

const RADIANS = Math.PI / 180
/** The parallels that keep their length in the official projection, and its meridian. */
const [SOUTH, NORTH] = [44 * RADIANS, 49 * RADIANS]
const MERIDIAN = 3

const stretch = (lat: number): number => Math.tan(Math.PI / 4 + lat / 2)
const CONE = Math.log(Math.cos(SOUTH) / Math.cos(NORTH)) / Math.log(stretch(NORTH) / stretch(SOUTH))
const RADIUS = (Math.cos(SOUTH) * stretch(SOUTH) ** CONE) / CONE

/** A point of mainland France or Corsica on a plane; x runs to the east and y to the south, in radians of the earth. */
export function lambert({ lat, lon }: Point): Spot {
  const away = RADIUS / stretch(lat * RADIANS) ** CONE
  const angle = CONE * (lon - MERIDIAN) * RADIANS
  return { x: away * Math.sin(angle), y: away * Math.cos(angle) }
}

/** A point overseas on a plane, around a middle: exact enough for an island, or for Guyane. */
export const flatAround =
  (middle: Point) =>
  ({ lat, lon }: Point): Spot => ({
    x: (lon - middle.lon) * Math.cos(middle.lat * RADIANS) * RADIANS,
    y: (middle.lat - lat) * RADIANS
  })

/** A closed line of corners. */
export type Ring = readonly Spot[]

/** How corners on the plane become pixels of a drawing. */
export type Frame = { readonly scale: number; readonly left: number; readonly top: number }

/** The frame in which these rings fill a drawing of this width, and the height that they take. */
export function frameOf(
  rings: readonly Ring[],
  width: number,
  margin: number
): Frame & { readonly height: number } {
  const [xs, ys] = [rings.flat().map(({ x }) => x), rings.flat().map(({ y }) => y)]
  const [left, top] = [least(xs), least(ys)]
  const scale = (width - 2 * margin) / (most(xs) - left)
  return {
    scale,
    left: left - margin / scale,
    top: top - margin / scale,
    height: Math.ceil((most(ys) - top) * scale + 2 * margin)
  }
}

const least = (values: readonly number[]): number => values.reduce((one, other) => Math.min(one, other))
const most = (values: readonly number[]): number => values.reduce((one, other) => Math.max(one, other))

export const toPixels =
  ({ scale, left, top }: Frame) =>
  ({ x, y }: Spot): Spot => ({ x: Math.round((x - left) * scale), y: Math.round((y - top) * scale) })

/**
 * The `d` of an SVG path in whole pixels, each relative to the one before: "M12 30l4-2-1 5z". Corners on the same pixel
 * are one, and rings that are smaller than a pixel are left out: the outlines of all régions take 9 kB instead of 80.
 */
export function pathOf(rings: readonly Ring[], frame: Frame): string {
  const at = toPixels(frame)
  return rings
    .map((ring) => withoutRepeats(ring.map(at)))
    .filter((ring) => ring.length >= LEAST_CORNERS)
    .map(([first, ...rest]) => (first ? `M${first.x} ${first.y}${steps(first, rest)}z` : ''))
    .join('')
}

const LEAST_CORNERS = 3

function withoutRepeats(ring: Ring): Ring {
  const kept: Spot[] = []
  for (const spot of ring) {
    const last = kept.at(-1)
    if (!last || last.x !== spot.x || last.y !== spot.y) kept.push(spot)
  }
  const [first, last] = [kept[0], kept.at(-1)]
  // The closing of the path draws the last line.
  return first && last && kept.length > 1 && first.x === last.x && first.y === last.y
    ? kept.slice(0, -1)
    : kept
}

function steps(first: Spot, rest: Ring): string {
  let before = first
  const numbers: number[] = []
  for (const spot of rest) {
    numbers.push(spot.x - before.x, spot.y - before.y)
    before = spot
  }
  return numbers.map((each, at) => `${at === 0 ? 'l' : each < 0 ? '' : ' '}${each}`).join('')
}

/** The rings of a GeoJSON Polygon or MultiPolygon on the plane. */
export function ringsOf(geometry: unknown, project: (point: Point) => Spot): readonly Ring[] {
  const { type, coordinates } = geometry as {
    readonly type: string
    readonly coordinates: readonly unknown[]
  }
  const polygons = (type === 'MultiPolygon' ? coordinates : [coordinates]) as readonly (readonly (readonly [
    number,
    number
  ][])[])[]
  return polygons.flat().map((ring) => ring.map(([lon, lat]) => project({ lat, lon })))
}
