// Draws the coasts of mainland France and of its territories overseas into src/pages/france-map/coasts.ts.
//
//   npx tsx scripts/draw-coasts.ts
//
// They come from Natural Earth at 1:10 million, which is in the public domain.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Point } from '../src/domain/geo/geo.ts'
import { flatAround, frameOf, lambert, pathOf, type Ring } from '../src/pages/france-map/projection.ts'
import type { Spot } from '../src/pages/small-map/geometry.ts'

const require = createRequire(import.meta.url)
const { feature } = require('topojson-client') as {
  feature: (topology: object, object: object) => Collection
}
type Polygon = readonly (readonly (readonly [number, number])[])[]
type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: Polygon }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] }
type Collection = { readonly features: readonly { readonly id: string; readonly geometry: Geometry }[] }

/** West, south, east and north of what is drawn; the country is its number in ISO 3166. */
type Area = { readonly country: string; readonly box: readonly [number, number, number, number] }
const MAINLAND: Area = { country: '250', box: [-6, 41, 10, 52] }
/** By the code of the région or collectivity. */
const OVERSEAS: Readonly<Record<string, Area>> = {
  '01': { country: '250', box: [-62, 15.7, -60.9, 16.6] },
  '02': { country: '250', box: [-61.4, 14.3, -60.7, 15] },
  '03': { country: '250', box: [-55, 2, -51, 6] },
  '04': { country: '250', box: [55, -21.5, 56, -20.7] },
  '06': { country: '250', box: [45, -13.1, 45.4, -12.6] },
  '975': { country: '666', box: [-57, 46, -56, 48] },
  '977': { country: '652', box: [-63, 17.8, -62.7, 18] },
  '978': { country: '663', box: [-63.3, 18, -62.9, 18.2] },
  '986': { country: '876', box: [-179, -15, -176, -13] },
  // Of 118 islands over 2 000 km, only those around Tahiti: at the scale of all of them, none would be seen.
  '987': { country: '258', box: [-152.3, -18.2, -149, -16] },
  '988': { country: '540', box: [163, -23, 169, -19] }
}

const WIDTH = 640
/** Width and height of the drawing of a territory overseas. */
const BOX = 96
/** Corners nearer than this to the line between their neighbours are left out, in pixels. */
const TOLERANCE = 0.7

const topology = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8'))
const countries = feature(topology, topology.objects.countries).features

function ringsIn(
  { country, box: [west, south, east, north] }: Area,
  project: (point: Point) => Spot
): Ring[] {
  const found = countries.filter(({ id }) => id === country).map(({ geometry }) => geometry)
  const polygons = found.flatMap((geometry) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  )
  const isInside = ([lon, lat]: readonly [number, number]) =>
    lon > west && lon < east && lat > south && lat < north
  return polygons
    .filter(([outer]) => outer?.every(isInside))
    .map(([outer = []]) => outer.map(([lon, lat]) => project({ lat, lon })))
}

/** Douglas and Peucker's simplification of a ring, whose first and last corners are the same. */
function simplified(ring: Ring, tolerance: number): Ring {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || ring.length < 3) return ring
  const farthest = ring.reduce(
    (best, spot, at) => {
      const away = awayFrom(first, last, spot)
      return away > best.away ? { at, away } : best
    },
    { at: 0, away: 0 }
  )
  if (farthest.away < tolerance) return [first, last]
  const before = simplified(ring.slice(0, farthest.at + 1), tolerance)
  return [...before.slice(0, -1), ...simplified(ring.slice(farthest.at), tolerance)]
}

function awayFrom(from: Spot, to: Spot, spot: Spot): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length === 0) return Math.hypot(spot.x - from.x, spot.y - from.y)
  return Math.abs((to.x - from.x) * (from.y - spot.y) - (from.x - spot.x) * (to.y - from.y)) / length
}

function drawn(rings: readonly Ring[], width: number, height: number) {
  const margin = 3
  const fitting = frameOf(rings, width, margin)
  // A territory that is taller than wide fills the height.
  const narrower = Math.min(1, (height - 2 * margin) / (fitting.height - 2 * margin))
  const inside = (width - 2 * margin) * narrower
  const frame = frameOf(rings, inside + 2 * margin, margin)
  const centred = {
    ...frame,
    left: frame.left - (width - inside - 2 * margin) / 2 / frame.scale,
    top: frame.top - (height === Number.POSITIVE_INFINITY ? 0 : (height - frame.height) / 2 / frame.scale)
  }
  const fine = rings.map((ring) => simplified(ring, TOLERANCE / centred.scale))
  return { path: pathOf(fine, centred), frame: centred }
}

const mainland = drawn(ringsIn(MAINLAND, lambert), WIDTH, Number.POSITIVE_INFINITY)
const overseas = Object.entries(OVERSEAS).map(([code, area]) => {
  const [west, south, east, north] = area.box
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 }
  return [code, drawn(ringsIn(area, flatAround(middle)), BOX, BOX).path] as const
})

const { scale, left, top, height } = mainland.frame
writeFileSync(
  new URL('../src/pages/france-map/coasts.ts', import.meta.url),
  `import type { Frame } from './projection.ts'

/*
 * Written by scripts/draw-coasts.ts from Natural Earth, which is in the public domain.
 */

/** Size of the map of mainland France and Corsica, and the frame in which other things are drawn on it. */
export const WIDTH = ${WIDTH}
export const HEIGHT = ${height}
export const FRAME: Frame = { scale: ${scale.toFixed(3)}, left: ${left.toFixed(6)}, top: ${top.toFixed(6)} }

export const MAINLAND =
  '${mainland.path}'

/** Width and height of the drawing of a territory overseas. */
export const BOX = ${BOX}

/** The coasts of territories overseas, each at a scale of its own, by the code of the région or collectivity. */
export const OVERSEAS: Readonly<Record<string, string>> = {
${overseas.map(([code, path]) => `  '${code}': '${path}'`).join(',\n')}
}
`
)
