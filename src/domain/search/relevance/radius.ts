/** Metres: a walk, a ride, the next town, as far as people go for help. */
export const RADII = [5_000, 10_000, 20_000, 40_000] as const

const MOST = RADII[3]

/** With 1, the list offers no choice; with 8, people in villages are sent 20 km away without need. */
export const ENOUGH = 3

export type Reach = {
  /** Metres. */
  readonly radiusM: number
  /** Distance of the nearest place that fits, in metres; null if there is none. */
  readonly nearestM: number | null
}

/**
 * How far an answer looks: the smallest radius that holds three good answers, or as many as 40 km hold, and nine in ten of the
 * town's own places. `nearest` are the expected distances of the nearest good ones, ascending, at least three if there are.
 */
export function reachOf(nearest: readonly number[], extentM: number): Reach {
  const within = nearest.filter((metres) => metres <= MOST)
  // Nothing so near: that is then known of all of it.
  const farthest = within.length === 0 ? MOST : (within.slice(0, ENOUGH).at(-1) ?? MOST)
  return {
    radiusM: RADII.find((radius) => radius >= Math.max(farthest, extentM)) ?? MOST,
    nearestM: nearest[0] ?? null
  }
}
