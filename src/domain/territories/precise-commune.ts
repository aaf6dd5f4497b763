import type { CommuneIndex } from './communes.ts'
import type { CommuneRow } from './territory.ts'

/** The current commune or arrondissement to which all these rows belong; null if there are several or none. */
export function only(
  index: CommuneIndex,
  rows: readonly CommuneRow[],
  postcode: string | null
): CommuneRow | null {
  const places = new Map(rows.map((row) => precise(index, row, postcode)).map((row) => [row.code, row]))
  const [place, ...others] = places.values()
  return place && others.length === 0 ? place : null
}

/** All official and postal names with this postcode. */
export const withPostcode = (index: CommuneIndex, postcode: string | null): readonly CommuneRow[] =>
  postcode === null
    ? []
    : [...(index.byPostcode.get(postcode) ?? []), ...(index.named.byPostcode.get(postcode) ?? [])]

/** The current commune; in Paris, Lyon and Marseille, the arrondissement of the postcode. */
export function precise(index: CommuneIndex, row: CommuneRow, postcode: string | null): CommuneRow {
  if (row.relation === 'arrondissement') return index.byCode.get(row.code) ?? row
  const current = index.byCode.get(row.commune) ?? row
  const parts = index.arrondissements.get(row.commune) ?? []
  return parts.find(({ postcodes }) => postcode !== null && postcodes.includes(postcode)) ?? current
}
