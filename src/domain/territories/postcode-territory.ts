import type { Point } from '../geo/geo.ts'
import type { TerritoryFound } from './clues.ts'
import type { Centres, CommuneIndex } from './communes.ts'
import { communesNear } from './near-communes.ts'
import { withPostcode } from './precise-commune.ts'

/**
 * The départements of a postcode, which are those of its communes. There may be two: 42620 is in the Loire and
 * in the Allier. A CEDEX is in no list, but begins with the number of the département of its sorting office.
 * Empty if there is no such département, as for Monaco.
 */
export function departmentsOf(index: CommuneIndex, postcode: string | null): ReadonlySet<string> {
  if (postcode === null) return new Set()
  const rows = withPostcode(index, postcode)
  if (rows.length > 0) return new Set(rows.map(({ department }) => department))
  return new Set(officesOf(postcode).filter((department) => index.named.byDepartment.has(department)))
}

function officesOf(postcode: string): readonly string[] {
  if (postcode.startsWith('20')) return ['2A', '2B']
  // 978 is a second series of La Réunion. It is also the number of Saint-Martin, but the postcode there is
  // 97150.
  if (postcode.startsWith('978')) return ['974']
  return [postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2)]
}

/** With fewer centres than this, only towns are known, and the nearest town may be in another département. */
const ENOUGH = 5

/** The territory of a place whose commune is unknown. */
export function territoryOf(
  index: CommuneIndex,
  { postcode, position }: { readonly postcode: string | null; readonly position: Point | null },
  centres: Centres
): TerritoryFound | null {
  if (postcode !== null) return territoryIn(index, [...departmentsOf(index, postcode)], 'postcode')
  const around = position === null ? [] : communesNear(centres, position)
  if (around.length < ENOUGH) return null
  const departments = new Set(around.map((code) => index.byCode.get(code)?.department ?? ''))
  return departments.size > 1 ? null : territoryIn(index, [...departments], 'position')
}

function territoryIn(
  index: CommuneIndex,
  departments: readonly string[],
  by: TerritoryFound['by']
): TerritoryFound | null {
  const regions = departments.map((code) => index.named.byDepartment.get(code)?.[0]?.region)
  const [region, ...others] = new Set(regions)
  if (region === undefined || others.length > 0) return null
  return { department: departments.length === 1 ? (departments[0] ?? null) : null, region, by }
}
