import type { GeocodeCache } from '../../domain/geocoding/locate.ts'
import type { Geocoded } from '../../domain/geocoding/position.ts'
import type { Runner } from '../db/sql.ts'
import { type GeocodeRow, geocodeFind, geocodeKeep } from './positions.sql.ts'

type Row = Omit<Geocoded, 'lat' | 'lon' | 'at'> & {
  /** Null if the address was not found. */
  readonly lat: number | null
  readonly lon: number | null
  readonly asked_at: Date
}

const NOTHING = { lat: null, lon: null, precision: null, type: null, score: null }

/** Stores the answers of geocoders, which are kept even if the run that asked for them fails. */
export const geocodeCache = (runner: Runner, now: () => Date): GeocodeCache => ({
  find: async (keys) => {
    if (keys.length === 0) return new Map()
    const { rows } = await runner.query<Row>(geocodeFind(keys, now().toISOString()))
    return new Map(rows.map((row) => [row.key, positionOf(row)]))
  },
  keep: async (provider, found) => {
    const rows = [...found].map(([key, position]): GeocodeRow => {
      if (position === null) return { key, provider, ...NOTHING }
      const { lat, lon, precision, type, score } = position
      return { key, provider, lat, lon, precision, type, score }
    })
    await runner.query(geocodeKeep(rows, now().toISOString()))
  }
})

function positionOf({ lat, lon, asked_at, ...row }: Row): Geocoded | null {
  if (lat === null || lon === null) return null
  return { lat, lon, ...row, at: asked_at.toISOString() }
}
