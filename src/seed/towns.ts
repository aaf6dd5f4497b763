import type { CommuneRow } from '../domain/territories/territory.ts'
import { TOWN_CENTRES, type TownCentre } from '../domain/territories/town-centres.ts'
import { type Weighted, weights } from './random.ts'

export type Town = TownCentre &
  Pick<CommuneRow, 'postcodes' | 'epci' | 'department' | 'region'> & { readonly city: string }

/** Towns from the official list of communes, weighted by population. */
export function townsOf(communes: readonly CommuneRow[]): Weighted<Town> {
  // The list starts with the current communes, and several rows may have the same code; the first of them is used.
  const rows = new Map(communes.toReversed().map((row) => [row.code, row]))
  return weights(
    TOWN_CENTRES.flatMap((centre) => {
      const row = rows.get(centre.commune)
      if (!row?.name || row.postcodes.length === 0) return []
      // People write "Paris", not "Paris 11e Arrondissement".
      const city = row.name.replace(/ \d+er? Arrondissement$/, '')
      const { postcodes, epci, department, region } = row
      return [[{ ...centre, city, postcodes, epci, department, region }, centre.thousands] as const]
    })
  )
}

/** The name of a town after "de", as in names of places: "de Bayeux", "d’Alençon", "du Havre", "des Abymes". */
export function ofTown(city: string): string {
  if (/^Les /.test(city)) return `des ${city.slice(4)}`
  if (/^Le /.test(city)) return `du ${city.slice(3)}`
  // Unlike for other towns, H is not treated as a vowel: an initial h is silent in nearly all names of towns, but
  // not in those used here.
  const elided = /^[AÀÂÉEÈÊIÎOÔUÛYŒ]/.test(city)
  return elided ? `d’${city}` : `de ${city}`
}
