type Found = {
  readonly beyond_radius?: true
  readonly distance_m?: number | null
  /** Whether the place meets all main wishes expressed in the search words; absent if there are no words. */
  readonly fits?: boolean
}

type Parts<Shown> = {
  /** Places within the radius that are known to fit. */
  readonly inside: readonly Shown[]
  /** Places beyond the radius, followed by places without a position. */
  readonly beyond: readonly Shown[]
  /** Places within the radius that may or may not fit. */
  readonly unsure: readonly Shown[]
}

/**
 * Splits a list into the places that its heading counts and the others; each part keeps the order of the list. If
 * the answer has a radius, places without a position come after the places beyond the radius, without the mark
 * `beyond_radius`.
 */
export function splitBeyond<Shown extends Found>(items: readonly Shown[], hasRadius: boolean): Parts<Shown> {
  const first = items.findIndex((place) => place.beyond_radius)
  const isBeyond = (place: Shown, index: number) =>
    place.beyond_radius ||
    (hasRadius && first !== -1 && index > first && typeof place.distance_m !== 'number')
  const near = items.filter((place, index) => !isBeyond(place, index))
  return {
    inside: near.filter(({ fits }) => fits !== false),
    beyond: items.filter(isBeyond),
    unsure: near.filter(({ fits }) => fits === false)
  }
}
