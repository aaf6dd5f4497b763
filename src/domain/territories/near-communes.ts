import { kilometresOnPlane } from '../geo/distance.ts'
import type { Point } from '../geo/geo.ts'
import type { Centres, CommuneIndex } from './communes.ts'
import { TOWN_CENTRES } from './town-centres.ts'

/** The centres that are known before an official file is loaded: those of some 400 towns. */
export const BUILT_IN_CENTRES: Centres = new Map(TOWN_CENTRES.map((town) => [town.commune, town]))

/** Communes are this far from a position at most when it confirms their name. */
const NEAR_KM = 15
/** Radius of the largest communes of metropolitan France, Arles and Val-d’Isère. */
const INSIDE_KM = 20
const DEGREES_NEAR = NEAR_KM / 111

/** The codes of the communes whose centre is within 15 km. */
export function communesNear(centres: Centres, position: Point): readonly string[] {
  const near: string[] = []
  for (const [code, centre] of centres) {
    // Most are excluded by one subtraction.
    if (Math.abs(centre.lat - position.lat) > DEGREES_NEAR) continue
    if (kilometresOnPlane(position, centre) <= NEAR_KM) near.push(code)
  }
  return near
}

/** Kilometres to the centre of the commune; null if it is not known. */
export function kilometresTo(centres: Centres, code: string, position: Point): number | null {
  const centre = centres.get(code)
  return centre === undefined ? null : kilometresOnPlane(position, centre)
}

/** Whether the position may be in the commune: near its centre or, if that is not known, in its département. */
export function mayBeIn(
  index: CommuneIndex,
  centres: Centres,
  { commune, department }: { readonly commune: string; readonly department: string },
  position: Point
): boolean {
  const away = kilometresTo(centres, commune, position)
  return away === null ? departmentAt(index, centres, position) === department : away <= INSIDE_KM
}

/** The département of the nearest centre. */
function departmentAt(index: CommuneIndex, centres: Centres, position: Point): string | null {
  let nearest: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [code, centre] of centres) {
    const away = kilometresOnPlane(position, centre)
    if (away < least) [nearest, least] = [code, away]
  }
  return nearest === null ? null : (index.byCode.get(nearest)?.department ?? null)
}
