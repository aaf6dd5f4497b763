/** Metres: a walk, a ride, the next town, as far as people go for help. */
const RADII = [5_000, 10_000, 20_000, 40_000] as const

export const WIDEST = RADII[3]

/** With 1, the list offers no choice; with 8, people in villages are sent 20 km away without need. */
export const ENOUGH = 3

export type Reach = {
  /** Metres. */
  readonly radiusM: number
  /** Distance of the nearest place that fits, in metres; null if there is none. */
  readonly nearestM: number | null
}

/**
 * The radius of an answer: the smallest that contains three good places, or as many as 40 km contain, and nine in ten of the
 * town's own places. `nearest` are the expected distances of the nearest good places, ascending: all, or at least three.
 */
export function reachOf(nearest: readonly number[], extentM: number): Reach {
  const within = nearest.filter((metres) => metres <= WIDEST)
  // If there is none within the widest radius, the answer says so for the widest.
  const farthest = within.length === 0 ? WIDEST : (within.slice(0, ENOUGH).at(-1) ?? WIDEST)
  return {
    radiusM: RADII.find((radius) => radius >= Math.max(farthest, extentM)) ?? WIDEST,
    nearestM: nearest[0] ?? null
  }
}

/** Whether the nearest place that fits is farther away than the widest radius, or none fits. False without a start. */
export const isFar = (reach: Reach | null): boolean =>
  reach !== null && (reach.nearestM ?? Number.POSITIVE_INFINITY) > WIDEST
