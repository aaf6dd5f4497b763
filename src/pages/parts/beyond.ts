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
 * Maximum distance in metres of a place that is shown. Without it, a list from Nouméa would go on in La Réunion, 11 000 km
 * away. Within mainland France it rarely matters.
 */
const FARTHEST_SHOWN = 500_000

const isTooFar = ({ distance_m }: Found): boolean => (distance_m ?? 0) > FARTHEST_SHOWN

/**
 * Whether the list has come to places that are too far to be shown. A place that is far and stands before nearer ones is
 * shown: the search has found it by its name.
 */
export const isOver = (items: readonly Found[]): boolean =>
  items.at(-1)?.beyond_radius === true && isTooFar(items.at(-1) ?? {})

/**
 * Splits a list into the places that its heading counts and the others; each part keeps the order of the list. If
 * the answer has a radius, places without a position come after the places beyond the radius, without the mark
 * `beyond_radius`. Places at its end that are too far to be shown are left out.
 */
export function splitBeyond<Shown extends Found>(items: readonly Shown[], hasRadius: boolean): Parts<Shown> {
  const first = items.findIndex((place) => place.beyond_radius)
  const isBeyond = (place: Shown, index: number) =>
    place.beyond_radius ||
    (hasRadius && first !== -1 && index > first && typeof place.distance_m !== 'number')
  const near = items.filter((place, index) => !isBeyond(place, index))
  const last = items.findLastIndex((place) => !(place.beyond_radius && isTooFar(place)))
  return {
    inside: near.filter(({ fits }) => fits !== false),
    beyond: items.filter((place, index) => index <= last && isBeyond(place, index)),
    unsure: near.filter(({ fits }) => fits === false)
  }
}
