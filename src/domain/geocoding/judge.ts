import { kilometresOnPlane } from '../geo/distance.ts'
import type { Point } from '../geo/geo.ts'
import type { CommuneIndex } from '../territories/communes.ts'
import type { AskedAddress, Candidate, FoundType } from './geocoder.ts'
import type { Geocoded } from './position.ts'

type Demand = {
  readonly precision: Geocoded['precision']
  /** Minimum score of an answer in the right commune, if all of France was searched. */
  readonly anywhere: number
  /** Minimum score if only that commune was searched. */
  readonly within: number
}

/**
 * Requirements for an answer. The score alone is not enough, because it changes by a tenth between "3 b" and
 * "3 bis"; it only excludes clearly different results. The right commune is stronger evidence. If the request
 * named the commune, that proves nothing, so the score must be higher. A street instead of a house number
 * ignores part of the request, and a locality is often a namesake, so both must match better. The centre of
 * the commune is not accepted as an answer for a street, because we know it ourselves.
 */
const DEMANDS: { readonly [type in FoundType]: Demand | null } = {
  housenumber: { precision: 'housenumber', anywhere: 0.4, within: 0.5 },
  street: { precision: 'street', anywhere: 0.5, within: 0.6 },
  locality: { precision: 'street', anywhere: 0.6, within: 0.7 },
  municipality: null
}

/** Radius of the largest communes of metropolitan France; those of Guyane are larger and are not checked. */
const FAR_KM = 20

type Judged = { readonly precision: Geocoded['precision'] } | { readonly refused: string }

export function judge(
  asked: AskedAddress,
  found: Candidate,
  within: boolean,
  centre: Point | undefined,
  communes: CommuneIndex
): Judged {
  const demand = DEMANDS[found.type]
  if (demand === null) return { refused: 'only the commune was found' }
  if (!isSameCommune(asked.commune, found.citycode, communes)) return { refused: 'in another commune' }
  if (found.score < (within ? demand.within : demand.anywhere)) return { refused: 'too unlike' }
  if (centre && !asked.commune.startsWith('973') && kilometresOnPlane(centre, found) > FAR_KM)
    return { refused: `more than ${FAR_KM} km from the centre of the commune` }
  return { precision: demand.precision }
}

/**
 * Compares under all codes of a commune, because the list of the geocoder may be older than ours. Two
 * arrondissements are never the same.
 */
function isSameCommune(asked: string, found: string, { byCode }: CommuneIndex): boolean {
  if (asked === found) return true
  const [left, right] = [byCode.get(asked), byCode.get(found)]
  if (left === undefined || left.commune !== right?.commune) return false
  return left.relation !== 'arrondissement' || right.relation !== 'arrondissement'
}
