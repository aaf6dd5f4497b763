import type { Point } from '../../domain/geo/geo.ts'
import type { TerritoryDirectory } from '../../domain/search/ports.ts'
import type { Territory, TerritoryReader } from '../../domain/territories/territory.ts'
import type { Database } from '../db/database.ts'
import { communeCentre, communeExpand, partAbout } from './communes.sql.ts'
import { surroundingsReader } from './surroundings.ts'
import { territoriesSearch, territoryExists, territoryFind, territoryOutlinesOf } from './territories.sql.ts'

type Row = Omit<Territory, 'centre'> & { readonly lat: number | null; readonly lon: number | null }

export const territoryReader = (
  database: Pick<Database, 'pool' | 'kind'>
): TerritoryReader & TerritoryDirectory => {
  const runner = database.pool
  const around = surroundingsReader(database)
  return {
    search: async (question) => {
      const { rows } = await runner.query<Row>(territoriesSearch(question))
      return rows.map(toTerritory)
    },
    find: async (kind, code) => {
      const { rows } = await runner.query<Row>(territoryFind(kind, code))
      return rows[0] ? toTerritory(rows[0]) : null
    },
    outlines: async (question) => {
      const { rows } = await runner.query<Row & { readonly geometry: string }>(territoryOutlinesOf(question))
      return rows.map(({ geometry, ...row }) => ({
        territory: toTerritory(row),
        geometry: JSON.parse(geometry)
      }))
    },
    communeCodes: async (code) => {
      const { rows } = await runner.query<{ code: string }>(communeExpand(code))
      return rows.length > 0 ? rows.map((row) => row.code) : null
    },
    exists: async (kind, code) => (await runner.query(territoryExists(kind, code))).rows.length > 0,
    aboutPart: async (commune, part) => midstOf(await runner.query<Midst>(partAbout(commune, part))),
    centreOfCommune: async (code) => (await runner.query<Point>(communeCentre(code))).rows[0] ?? null,
    surroundings: around.of,
    scaleAt: around.scaleAt
  }
}

type Midst = { readonly lat: number | null; readonly lon: number | null }

const midstOf = ({ rows: [row] }: { readonly rows: readonly Midst[] }): Point | null =>
  row && row.lat !== null && row.lon !== null ? { lat: row.lat, lon: row.lon } : null

const toTerritory = ({ lat, lon, ...territory }: Row): Territory => ({
  ...territory,
  centre: lat === null || lon === null ? null : { lat, lon }
})
