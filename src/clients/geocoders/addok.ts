import type { Geocoder } from '../../domain/geocoding/geocoder.ts'
import { type GeocoderOptions, httpGeocoder } from './http-geocoder.ts'

/** A server of one's own, with its CSV plugin. Its routes end with a slash, and without it redirect, which loses a file. */
export const addok = (base: string, options: GeocoderOptions): Geocoder =>
  httpGeocoder(
    base,
    { provider: 'addok', search: '/search/', batch: '/search/csv/', parameters: {} },
    options
  )
