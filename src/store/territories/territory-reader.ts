import type { Point } from '../../domain/geo/geo.ts'
import type { TerritoryDirectory } from '../../domain/search/ports.ts'
import type { Territory, TerritoryReader } from '../../domain/territories/territory.ts'
import type { Runner } from '../db/sql.ts'
import { communeAbout, communeCentre, communeExpand, partAbout, postcodeAbout } from './communes.sql.ts'
import { territoriesSearch, territoryExists, territoryFind } from './territories.sql.ts'

type Row = Omit<Territory, 'centre'> & { readonly lat: number | null; readonly lon: number | null }

export const territoryReader = (runner: Runner): TerritoryReader & TerritoryDirectory => ({
  search: async (question) => {
    const { rows } = await runner.query<Row>(territoriesSearch(question))
    return rows.map(toTerritory)
  },
  find: async (kind, code) => {
    const { rows } = await runner.query<Row>(territoryFind(kind, code))
    return rows[0] ? toTerritory(rows[0]) : null
  },
  communeCodes: async (code) => {
    const { rows } = await runner.query<{ code: string }>(communeExpand(code))
    return rows.length > 0 ? rows.map((row) => row.code) : null
  },
  exists: async (kind, code) => (await runner.query(territoryExists(kind, code))).rows.length > 0,
  aboutCommune: async (code) => (await runner.query<Point>(communeAbout(code))).rows[0] ?? null,
  aboutPart: async (commune, part) => midstOf(await runner.query<Midst>(partAbout(commune, part))),
  aboutPostcode: async (postcode) => midstOf(await runner.query<Midst>(postcodeAbout(postcode))),
  centreOfCommune: async (code) => (await runner.query<Point>(communeCentre(code))).rows[0] ?? null
})

type Midst = { readonly lat: number | null; readonly lon: number | null }

const midstOf = ({ rows: [row] }: { readonly rows: readonly Midst[] }): Point | null =>
  row && row.lat !== null && row.lon !== null ? { lat: row.lat, lon: row.lon } : null

const toTerritory = ({ lat, lon, ...territory }: Row): Territory => ({
  ...territory,
  centre: lat === null || lon === null ? null : { lat, lon }
})
