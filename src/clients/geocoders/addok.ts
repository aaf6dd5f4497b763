import type { Geocoder } from '../../domain/geocoding/geocoder.ts'
import { type GeocoderOptions, httpGeocoder } from './http-geocoder.ts'

/**
 * A self-hosted addok server with its CSV plugin. Its routes end with a slash: without the slash, the server
 * redirects, and the uploaded file is lost.
 */
export const addok = (base: string, options: GeocoderOptions): Geocoder =>
  httpGeocoder(
    base,
    { provider: 'addok', search: '/search/', batch: '/search/csv/', parameters: {} },
    options
  )
