import type { AddressSearch } from '../../domain/geocoding/address-search.ts'
import type { Geocoder } from '../../domain/geocoding/geocoder.ts'
import { httpAddressSearch } from './http-address-search.ts'
import { type Dialect, type GeocoderOptions, httpGeocoder } from './http-geocoder.ts'

/** The routes end with a slash: without the slash, the server redirects, and the uploaded file is lost. */
const DIALECT: Dialect = { provider: 'addok', search: '/search/', batch: '/search/csv/', parameters: {} }

/** A self-hosted addok server with its CSV plugin. */
export const addok = (base: string, options: GeocoderOptions): Geocoder =>
  httpGeocoder(base, DIALECT, options)

export const addokSearch = (base: string, options: GeocoderOptions): AddressSearch =>
  httpAddressSearch(base, DIALECT, options)
