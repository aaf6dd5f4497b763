type Point = { readonly lat: number; readonly lon: number }

const RADIUS = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/**
 * Metres on a sphere: within 0.5 % of the ellipsoid, which is much less than the difference between two
 * directories.
 */
export function distanceBetween(from: Point, to: Point): number {
  const north = Math.sin(radians(to.lat - from.lat) / 2)
  const east = Math.sin(radians(to.lon - from.lon) / 2)
  const half = north * north + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * east * east
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)))
}
