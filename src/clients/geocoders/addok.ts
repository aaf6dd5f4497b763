import type { Geocoder } from '../../domain/geocoding/geocoder.ts'
import { type GeocoderOptions, httpGeocoder } from './http-geocoder.ts'

/**
 * Your own addok server, with its CSV plugin. Its routes end with a slash; without it they redirect, which
 * loses the uploaded file.
 */
export const addok = (base: string, options: GeocoderOptions): Geocoder =>
  httpGeocoder(
    base,
    { provider: 'addok', search: '/search/', batch: '/search/csv/', parameters: {} },
    options
  )
