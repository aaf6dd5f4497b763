import type { CommuneIndex } from './communes.ts'

/** The territories in which all communes of a postcode lie. */
export type PostcodeTerritory = { readonly department: string | null; readonly region: string }

/**
 * The départements of a postcode: those of its communes, which may be two (42620 is in the Loire and in the
 * Allier). A CEDEX is in no list, but begins with the number of the département of its sorting office. Empty
 * if there is no such département, as for Monaco.
 */
export function departmentsOf(index: CommuneIndex, postcode: string | null): ReadonlySet<string> {
  if (postcode === null) return new Set()
  const rows = [...(index.byPostcode.get(postcode) ?? []), ...(index.named.byPostcode.get(postcode) ?? [])]
  if (rows.length > 0) return new Set(rows.map(({ department }) => department))
  return new Set(officesOf(postcode).filter((department) => index.named.byDepartment.has(department)))
}

function officesOf(postcode: string): readonly string[] {
  if (postcode.startsWith('20')) return ['2A', '2B']
  // A second series of La Réunion. Saint-Martin, whose number is 978, has the postcode 97150.
  if (postcode.startsWith('978')) return ['974']
  return [postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2)]
}

export function territoryOf(index: CommuneIndex, postcode: string | null): PostcodeTerritory | null {
  const departments = [...departmentsOf(index, postcode)]
  const regions = departments.map((code) => index.named.byDepartment.get(code)?.[0]?.region)
  const [region, ...others] = new Set(regions)
  if (region === undefined || others.length > 0) return null
  return { department: departments.length === 1 ? (departments[0] ?? null) : null, region }
}
