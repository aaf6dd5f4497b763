import type { Point } from '../geo/geo.ts'
import type { ReadClues, TerritoryFound } from './clues.ts'
import type { Centres, CommuneIndex } from './communes.ts'
import { communesNear, nearestCentres } from './near-communes.ts'
import { fitsOf } from './pick-fit.ts'
import { withPostcode } from './precise-commune.ts'
import { type Likeness, splitName } from './similar-names.ts'

/**
 * The départements of the communes with this postcode. There may be two: 42620 is in the Loire and in the Allier.
 * A CEDEX is in no list, but begins with the number of the département of its sorting office. Empty if there is no
 * such département, as for Monaco.
 */
export function departmentsOf(index: CommuneIndex, postcode: string | null): ReadonlySet<string> {
  if (postcode === null) return new Set()
  const rows = withPostcode(index, postcode)
  if (rows.length > 0) return new Set(rows.map(({ department }) => department))
  return new Set(officesOf(postcode).filter((department) => index.named.byDepartment.has(department)))
}

function officesOf(postcode: string): readonly string[] {
  if (postcode.startsWith('20')) return ['2A', '2B']
  // Postcodes in 978 are a second series of La Réunion. 978 is also the number of Saint-Martin, but the postcode
  // there is 97150.
  if (postcode.startsWith('978')) return ['974']
  return [postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2)]
}

/**
 * With fewer centres than this around the position, only towns are known there, and the nearest town may be in
 * another département.
 */
const ENOUGH = 5
const NEAREST = 5
/** Population. The name of a larger town contradicts a postcode of another département. */
const TOWN = 10_000

/**
 * The territory of a place whose commune is unknown. It is null if the name or the position contradicts the
 * postcode; then no position is derived from the postcode either.
 */
export function territoryOf(index: CommuneIndex, clues: ReadClues, centres: Centres): TerritoryFound | null {
  const { postcode, position } = clues
  const around = position === null ? [] : departmentsAround(index, centres, position)
  if (postcode !== null) {
    const departments = departmentsOf(index, postcode)
    if (isContradicted(index, clues, departments, around)) return null
    return territoryIn(index, [...departments], 'postcode')
  }
  const [named] = clues.departments
  if (named !== undefined)
    return around.length > 0 && !around.includes(named) ? null : territoryIn(index, [named], 'department')
  if (around.length > 1 && position !== null) {
    // If the five nearest centres are all in one département, so are 99 of 100 places.
    const nearest = nearestCentres(index, centres, position).slice(0, NEAREST)
    const near = new Set(nearest.map(({ code }) => index.byCode.get(code)?.department ?? ''))
    return near.size === 1 ? territoryIn(index, [...near], 'position') : null
  }
  return around.length === 1 ? territoryIn(index, around, 'position') : null
}

/** The territory of a record whose clues point to different communes, if these are all in one département. */
export function commonTerritory(index: CommuneIndex, departments: readonly string[]): TerritoryFound | null {
  const distinct = [...new Set(departments)]
  return distinct.length === 1 ? territoryIn(index, distinct, 'postcode') : null
}

/** The départements of the communes around the position; empty if only towns are known there. */
function departmentsAround(index: CommuneIndex, centres: Centres, position: Point): readonly string[] {
  const around = communesNear(centres, position)
  if (around.length < ENOUGH) return []
  return [...new Set(around.flatMap((code) => index.byCode.get(code)?.department ?? []))]
}

/** Whether a commune in these départements has the written name, a part of it, or a longer name that contains it. */
export const isAlikeIn = (index: CommuneIndex, written: string, departments: ReadonlySet<string>): boolean =>
  likenessesIn(index, written, departments).some((likeness) => likeness !== 'misspelt')

function likenessesIn(
  index: CommuneIndex,
  written: string,
  departments: ReadonlySet<string>
): readonly Likeness[] {
  const split = splitName(written)
  return [...departments]
    .flatMap((department) => fitsOf(split, index.named.byDepartment.get(department) ?? []))
    .map(({ likeness }) => likeness)
}

/**
 * Whether the name resembles no name in the départements of the postcode and, in addition, the position is in another
 * département, the name is the name of a town (`Brest` with the postcode of Bordeaux), or no list has the postcode
 * (`Saarbrücken 66111`).
 */
function isContradicted(
  index: CommuneIndex,
  { name, written, postcode, refused }: ReadClues,
  departments: ReadonlySet<string>,
  around: readonly string[]
): boolean {
  if (around.some((department) => departments.has(department))) return false
  const homonyms = index.named.byName.get(name ?? '') ?? []
  const isTown = homonyms.some(({ population }) => (population ?? 0) > TOWN)
  // A record with an INSEE code is in France, even if its postcode is in no list.
  const isUnlisted = name !== null && refused === null && withPostcode(index, postcode).length === 0
  if (around.length === 0 && !isTown && !isUnlisted) return false
  return !likenessesIn(index, written, departments).some((likeness) => likeness !== 'misspelt' || !isTown)
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
