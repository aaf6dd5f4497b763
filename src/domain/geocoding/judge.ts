import type { Point } from '../geo/geo.ts'
import type { CommuneIndex } from '../territories/communes.ts'
import type { AskedAddress, Candidate, FoundType } from './geocoder.ts'
import type { Geocoded } from './position.ts'

type Demand = {
  readonly precision: Geocoded['precision']
  /** Least score of an answer from all of France that lies in the right commune. */
  readonly anywhere: number
  /** The same where only that commune was looked in. */
  readonly within: number
}

/**
 * What an answer must be. The score is never enough, for it moves by a tenth with "3 b" or "3 bis", so it only
 * excludes what is plainly something else; that the commune is right says more. Where the question named the commune
 * that agreement proves nothing, and the score must be higher. A street instead of a house has lost a part of the
 * question, and a locality is often a namesake: each has to be more alike. The centre of the commune is no answer to
 * a street: we know it ourselves, and do not call it found.
 */
const DEMANDS: { readonly [type in FoundType]: Demand | null } = {
  housenumber: { precision: 'housenumber', anywhere: 0.4, within: 0.5 },
  street: { precision: 'street', anywhere: 0.5, within: 0.6 },
  locality: { precision: 'street', anywhere: 0.6, within: 0.7 },
  municipality: null
}

/** The largest communes of metropolitan France reach as far; those of Guyane farther, and are not measured. */
const FAR_KM = 20
const KM_PER_DEGREE = 111.2

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
  if (centre && !asked.commune.startsWith('973') && kilometres(centre, found) > FAR_KM)
    return { refused: `more than ${FAR_KM} km from the centre of the commune` }
  return { precision: demand.precision }
}

/** Under any of its codes, for the list of addresses may be older than ours; but no two arrondissements are one. */
function isSameCommune(asked: string, found: string, { byCode }: CommuneIndex): boolean {
  if (asked === found) return true
  const [left, right] = [byCode.get(asked), byCode.get(found)]
  if (left === undefined || left.commune !== right?.commune) return false
  return left.relation !== 'arrondissement' || right.relation !== 'arrondissement'
}

/** On so short a way the earth is flat. */
function kilometres(from: Point, to: Point): number {
  const east = (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180)
  return Math.hypot(to.lat - from.lat, east) * KM_PER_DEGREE
}
