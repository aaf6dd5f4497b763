/**
 * Reads places by walking the index on positions outward from a point. If this fails because the index returns rows
 * in the wrong order, reads again by sorting all matching places. See `placeNearestSorted` for when that happens.
 */
export const walkedOrSorted = <Rows>(read: (sorted: boolean) => Promise<Rows>): Promise<Rows> =>
  read(false).catch((error: unknown) => {
    if (!hasLostItsWay(error)) throw error
    return read(true)
  })

/**
 * Whether the index returned rows in the wrong order. PostgreSQL reports this as an internal error, which can be
 * recognised only by its message.
 */
const hasLostItsWay = (error: unknown): boolean =>
  error instanceof Error && error.message === 'index returned tuples in wrong order'
