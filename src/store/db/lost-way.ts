/**
 * Reads by walking the index on positions outward from a point; if the index loses its way, reads again by sorting all that
 * match. See `placeNearestSorted` for when that happens.
 */
export const walkedOrSorted = <Rows>(read: (sorted: boolean) => Promise<Rows>): Promise<Rows> =>
  read(false).catch((error: unknown) => {
    if (!hasLostItsWay(error)) throw error
    return read(true)
  })

/** Only its message tells this internal error from others. */
const hasLostItsWay = (error: unknown): boolean =>
  error instanceof Error && error.message === 'index returned tuples in wrong order'
