import type { Point } from './geo.ts'

/** The mean radius of the Earth in metres. */
const RADIUS = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/**
 * Distance in metres on a sphere, within 0.5 % of the distance on the ellipsoid. Searches measure on the ellipsoid,
 * in the database.
 */
export function metresBetween(from: Point, to: Point): number {
  const north = Math.sin(radians(to.lat - from.lat) / 2)
  const east = Math.sin(radians(to.lon - from.lon) / 2)
  const half = north * north + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * east * east
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)))
}

const KM_PER_DEGREE = 111.2

/** Planar approximation of a distance in kilometres, precise enough up to a few tens of kilometres. */
export function kilometresOnPlane(from: Point, to: Point): number {
  const east = (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180)
  return Math.hypot(to.lat - from.lat, east) * KM_PER_DEGREE
}
