type Found = {
  readonly beyond_radius?: true
  readonly distance_m?: number | null
  /** Whether the place meets all main wishes in the words; absent without words. */
  readonly fits?: boolean
}

type Parts<Shown> = {
  /** Places that fit, within the radius of the answer. */
  readonly inside: readonly Shown[]
  /** Places beyond the radius, then those without a position. */
  readonly beyond: readonly Shown[]
  /** Places within the radius that may fit. */
  readonly unsure: readonly Shown[]
}

/**
 * Splits a list into the places that its heading counts and the others; each part keeps the order of the list. In an
 * answer with a radius, places without a position follow the places beyond it and are not marked `beyond_radius`.
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
