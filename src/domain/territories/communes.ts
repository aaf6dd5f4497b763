import { normaliseLabel } from '../vocabularies/read-label.ts'
import { communeName } from './commune-name.ts'
import { PARTS } from './parts/parts.ts'
import type { CommuneRow } from './territory.ts'

/** The official list, indexed for lookups in constant time. Build it once. */
export type CommuneIndex = {
  /** Communes by current and former codes. The commune that has a code today takes precedence. */
  readonly byCode: ReadonlyMap<string, CommuneRow>
  /** Official names, current and former. */
  readonly byName: ReadonlyMap<string, readonly CommuneRow[]>
  readonly byPostcode: ReadonlyMap<string, readonly CommuneRow[]>
  /** Municipal arrondissements of Paris, Lyon and Marseille, by commune. */
  readonly arrondissements: ReadonlyMap<string, readonly CommuneRow[]>
  /** Official and postal names, with one row per name of a commune. */
  readonly named: Names
  /** Codes of the départements by `areaName`. */
  readonly departments: ReadonlyMap<string, string>
}

export type Department = { readonly code: string; readonly name: string }

type Names = {
  readonly byName: ReadonlyMap<string, readonly CommuneRow[]>
  readonly byPostcode: ReadonlyMap<string, readonly CommuneRow[]>
  readonly byCommune: ReadonlyMap<string, readonly CommuneRow[]>
  readonly byDepartment: ReadonlyMap<string, readonly CommuneRow[]>
}

/** Centres of communes by code. */
export type Centres = ReadonlyMap<string, { readonly lat: number; readonly lon: number }>

/** Indexes the official list. `rows` must begin with the current communes, like the official list. */
export function communeIndex(rows: readonly CommuneRow[], departments: readonly Department[]): CommuneIndex {
  const arrondissements = rows.filter(({ relation }) => relation === 'arrondissement')
  const byCode = new Map(rows.toReversed().map((row) => [row.code, row]))
  const named = [...rows, ...postalRows(byCode)].filter(({ name }) => name !== null)
  return {
    byCode,
    byName: grouped(rows, nameOf),
    byPostcode: grouped(rows, ({ postcodes }) => postcodes),
    arrondissements: grouped(arrondissements, ({ commune }) => [commune]),
    named: {
      byName: grouped(named, nameOf),
      byPostcode: grouped(named, ({ postcodes }) => postcodes),
      byCommune: grouped(named, ({ commune }) => [commune]),
      byDepartment: grouped(named, ({ department }) => [department])
    },
    departments: new Map(departments.map(({ code, name }) => [areaName(name), code]))
  }
}

/** A normalised name of a département, equal for `LA REUNION` and `Réunion`. */
export const areaName = (name: string): string => normaliseLabel(name).replace(/^(?:la|le|les|l) /, '')

const nameOf = ({ name }: CommuneRow): readonly string[] => (name === null ? [] : [communeName(name)])

/**
 * Rows for parts of communes. They have the name and postcode of the part; all other fields come from its commune or
 * arrondissement.
 */
const postalRows = (byCode: ReadonlyMap<string, CommuneRow>): readonly CommuneRow[] =>
  PARTS.flatMap(({ commune, postcode, name }) => {
    const host = byCode.get(commune)
    return host === undefined ? [] : [{ ...host, name, postcodes: [postcode] }]
  })

function grouped(
  rows: readonly CommuneRow[],
  keysOf: (row: CommuneRow) => readonly string[]
): ReadonlyMap<string, readonly CommuneRow[]> {
  const groups = new Map<string, CommuneRow[]>()
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  }
  return groups
}
