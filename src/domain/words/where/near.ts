import type { Point } from '../../geo/geo.ts'
import { metresBetween } from '../../geo/sphere.ts'
import type { Named } from './named.ts'

/** In metres. A village within this distance of the user is likelier meant than a typing error. */
const AROUND = 30_000

export const isNear = (centre: Point | null, near: Point | null): boolean =>
  centre !== null && near !== null && metresBetween(centre, near) <= AROUND

/** In metres. Below this distance, a nearer town is not more likely. */
const CLOSE = 1_000

/**
 * How likely this town is meant, among towns with the same name, by somebody at `near`: proportional to its
 * population, and to the inverse square of its distance. A village of 200 people 10 km away comes before a
 * city of 60 000 people 300 km away, but not if the village is 50 km away.
 */
export function attraction({ centre, population }: Named, near: Point): number {
  if (!centre) return 0
  return (1 + population) / Math.max(CLOSE, metresBetween(centre, near)) ** 2
}
