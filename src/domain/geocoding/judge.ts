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
 * Requirements for accepting an answer, by its type. The score alone is not enough, because it changes by a tenth
 * between "3 b" and "3 bis"; it only excludes clearly different results. An answer in the right commune is stronger
 * evidence, except if the request was restricted to that commune: then the score must be higher. A street instead of
 * a house number ignores part of the request, and a locality is often a namesake, so both need a higher score. The
 * centre of the commune is not accepted as an answer for a street, because we know it ourselves.
 */
const DEMANDS: { readonly [type in FoundType]: Demand | null } = {
  housenumber: { precision: 'housenumber', anywhere: 0.4, within: 0.5 },
  street: { precision: 'street', anywhere: 0.5, within: 0.6 },
  locality: { precision: 'street', anywhere: 0.6, within: 0.7 },
  municipality: null
}

/**
 * An answer farther from the centre of its commune is refused. This is the radius of the largest communes of
 * metropolitan France; communes in Guyane are larger, so they are not checked.
 */
const FAR_KM = 20

/** The least score of an answer of this type that an import would accept; null if it would accept none. */
export const leastScore = (type: FoundType): number | null => DEMANDS[type]?.anywhere ?? null

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
 * Whether two codes stand for the same commune. All codes of a commune count, because the geocoder's list may be
 * older than ours. Two different arrondissements are never the same commune.
 */
export function isSameCommune(asked: string, found: string, { byCode }: CommuneIndex): boolean {
  if (asked === found) return true
  const [left, right] = [byCode.get(asked), byCode.get(found)]
  if (left === undefined || left.commune !== right?.commune) return false
  return left.relation !== 'arrondissement' || right.relation !== 'arrondissement'
}
