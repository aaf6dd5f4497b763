/** Possible radii in metres: a walk, a ride, the next town, and the farthest that people go for help. */
const RADII = [5_000, 10_000, 20_000, 40_000] as const

export const WIDEST = RADII[3]

/**
 * Number of good places that the radius should contain. With 1, the list offers no choice; with 8, people in villages
 * are sent 20 km away without need.
 */
export const ENOUGH = 3

export type Reach = {
  /** Metres. */
  readonly radiusM: number
  /** Distance of the nearest place that fits, in metres; null if there is none. */
  readonly nearestM: number | null
}

/**
 * The radius of an answer: the smallest one that contains three good places, or all of them within 40 km if there are
 * fewer, and nine in ten of the town's own places. `nearest` contains the expected distances of the nearest good
 * places in ascending order: all of them, or at least three.
 */
export function reachOf(nearest: readonly number[], extentM: number): Reach {
  const within = nearest.filter((metres) => metres <= WIDEST)
  // If no good place is within the widest radius, that radius is used, so that the answer can say so.
  const farthest = within.length === 0 ? WIDEST : (within.slice(0, ENOUGH).at(-1) ?? WIDEST)
  return {
    radiusM: RADII.find((radius) => radius >= Math.max(farthest, extentM)) ?? WIDEST,
    nearestM: nearest[0] ?? null
  }
}

/** Whether the nearest place that fits is farther away than the widest radius, or none fits. False without a start. */
export const isFar = (reach: Reach | null): boolean =>
  reach !== null && (reach.nearestM ?? Number.POSITIVE_INFINITY) > WIDEST
