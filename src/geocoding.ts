import { addok } from './clients/geocoders/addok.ts'
import { geoplateforme } from './clients/geocoders/geoplateforme.ts'
import type { Config } from './config.ts'
import type { Geocoder } from './domain/geocoding/geocoder.ts'
import { PROGRAM_VERSION } from './program-version.ts'

/** The geocoder chosen in the settings. Null if there is none: then the centres of communes are used. */
export function geocoderOf({
  GEOCODER,
  GEOCODER_URL
}: Pick<Config, 'GEOCODER' | 'GEOCODER_URL'>): Geocoder | null {
  const options = {
    userAgent: `annuaire/${PROGRAM_VERSION} (federated directory of digital-mediation places)`
  }
  switch (GEOCODER) {
    case 'offline':
      return null
    case 'geoplateforme':
      return geoplateforme(options, GEOCODER_URL)
    case 'addok':
      return GEOCODER_URL === undefined ? null : addok(GEOCODER_URL, options)
  }
}
