import type { AddressSearch } from '../../domain/geocoding/address-search.ts'
import type { Geocoder } from '../../domain/geocoding/geocoder.ts'
import { httpAddressSearch } from './http-address-search.ts'
import { type Dialect, type GeocoderOptions, httpGeocoder } from './http-geocoder.ts'

const GEOPLATEFORME = 'https://data.geopf.fr/geocodage'

/** The index must be given, otherwise it also returns points of interest. */
const DIALECT: Dialect = {
  provider: 'geoplateforme',
  search: '/search',
  batch: '/search/csv',
  parameters: { index: 'address' }
}

/** The State's geocoder. */
export const geoplateforme = (options: GeocoderOptions, base = GEOPLATEFORME): Geocoder =>
  httpGeocoder(base, DIALECT, options)

export const geoplateformeSearch = (options: GeocoderOptions, base = GEOPLATEFORME): AddressSearch =>
  httpAddressSearch(base, DIALECT, options)
