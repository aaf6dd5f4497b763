import type { Geocoder } from '../../domain/geocoding/geocoder.ts'
import { type GeocoderOptions, httpGeocoder } from './http-geocoder.ts'

const GEOPLATEFORME = 'https://data.geopf.fr/geocodage'

/** The State's geocoder. The index must be given, otherwise it also returns points of interest. */
export const geoplateforme = (options: GeocoderOptions, base = GEOPLATEFORME): Geocoder =>
  httpGeocoder(
    base,
    { provider: 'geoplateforme', search: '/search', batch: '/search/csv', parameters: { index: 'address' } },
    options
  )
