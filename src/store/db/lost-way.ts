/** See `placeNearestSorted`: the only thing that tells this internal error from others is its message. */
export const hasLostItsWay = (error: unknown): boolean =>
  error instanceof Error && error.message === 'index returned tuples in wrong order'
