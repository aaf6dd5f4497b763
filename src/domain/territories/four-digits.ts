import type { Point } from '../geo/geo.ts'
import { communeName } from './commune-name.ts'
import type { Centres, CommuneIndex } from './communes.ts'
import { BUILT_IN_CENTRES, kilometresTo, NEAR_KM } from './near-communes.ts'
import { fitsOf } from './pick-fit.ts'
import { departmentsOf, isAlikeIn } from './postcode-territory.ts'
import { withPostcode } from './precise-commune.ts'
import { splitName } from './similar-names.ts'
import type { CommuneRow } from './territory.ts'

type Beside = {
  readonly code: string | null
  readonly name: string | null
  readonly department: string | null
  readonly position: Point | null
}

/**
 * Whether four digits are a French postcode whose leading zero a spreadsheet dropped (`1000` for Bourg-en-Bresse),
 * and not a postcode of Belgium, Switzerland or Luxembourg (`1000` for Bruxelles). A place with an INSEE code is in
 * France. If anything else is known about the place, one clue must fit. `postcode` includes the zero.
 */
export function isWithoutZero(
  index: CommuneIndex,
  postcode: string,
  { code, name, department, position }: Beside,
  centres: Centres = BUILT_IN_CENTRES
): boolean {
  if (code === null && name === null && position === null && department === null) return true
  if (code !== null && index.byCode.has(code)) return true
  const departments = departmentsOf(index, postcode)
  if (departments.has(department ?? '')) return true
  const posted = withPostcode(index, postcode)
  const isNear = ({ commune }: CommuneRow): boolean =>
    position !== null && (kilometresTo(centres, commune, position) ?? Number.POSITIVE_INFINITY) <= NEAR_KM
  if (posted.some(isNear)) return true
  if (name === null) return false
  const homonyms = index.named.byName.get(communeName(name)) ?? []
  if (homonyms.some((row) => departments.has(row.department) || isNear(row))) return true
  return fitsOf(splitName(name), posted).length > 0 || isAlikeIn(index, name, departments)
}
