import type { Territory, TerritoryReader } from '../domain/territory.ts'
import { communeExpand } from './queries/commune-expand.sql.ts'
import { territoriesSearch } from './queries/territories-search.sql.ts'
import { territoryFind } from './queries/territory-find.sql.ts'
import type { Runner } from './sql.ts'

type Row = Omit<Territory, 'centre'> & { readonly lat: number | null; readonly lon: number | null }

export const territoryReader = (runner: Runner): TerritoryReader => ({
  search: async (question) => {
    const { rows } = await runner.query<Row>(territoriesSearch(question))
    return rows.map(toTerritory)
  },
  find: async (kind, code) => {
    const { rows } = await runner.query<Row>(territoryFind(kind, code))
    return rows[0] ? toTerritory(rows[0]) : null
  },
  expandCommune: async (code) => {
    const { rows } = await runner.query<{ code: string }>(communeExpand(code))
    return rows.length > 0 ? rows.map((row) => row.code) : null
  }
})

const toTerritory = ({ lat, lon, ...territory }: Row): Territory => ({
  ...territory,
  centre: lat === null || lon === null ? null : { lat, lon }
})
