import type { Point } from '../../domain/geo/geo.ts'
import type { Geocoder } from '../../domain/geocoding/geocoder.ts'
import type { Runner } from '../db/sql.ts'
import { communeCentres } from '../territories/communes.sql.ts'

/** Geocodes to the centre of the commune, if the directory knows it, without an external service. */
export const offlineGeocoder = (runner: Runner): Geocoder => ({
  provider: 'communes',
  find: async (addresses) => {
    const codes = [...new Set(addresses.map(({ commune }) => commune))]
    const { rows } = await runner.query<Point & { readonly code: string }>(communeCentres(codes))
    const centres = new Map(rows.map((row) => [row.code, row]))
    return addresses.map(({ commune }) => {
      const centre = centres.get(commune)
      if (centre === undefined) return null
      return { lat: centre.lat, lon: centre.lon, type: 'municipality', score: 1, citycode: commune }
    })
  }
})
