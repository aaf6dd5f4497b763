import type { Point } from './geo.ts'

/** Mean radius of the earth, metres. */
const RADIUS = 6_371_008.8

/** On the sphere: within 0.6 % of the distance along the ellipsoid, which is near enough to say what is nearer. */
export function metresBetween(one: Point, other: Point): number {
  const radians = Math.PI / 180
  const [lat, lon] = [(other.lat - one.lat) * radians, (other.lon - one.lon) * radians]
  const half =
    Math.sin(lat / 2) ** 2 +
    Math.cos(one.lat * radians) * Math.cos(other.lat * radians) * Math.sin(lon / 2) ** 2
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)))
}
