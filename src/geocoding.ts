import { addok, addokSearch } from './clients/geocoders/addok.ts'
import { geoplateforme, geoplateformeSearch } from './clients/geocoders/geoplateforme.ts'
import type { Config } from './config.ts'
import type { AddressSearch } from './domain/geocoding/address-search.ts'
import type { Geocoder } from './domain/geocoding/geocoder.ts'
import { PROGRAM_VERSION } from './program-version.ts'

const OPTIONS = {
  userAgent: `annuaire/${PROGRAM_VERSION} (federated directory of digital-mediation places)`
}

type Chosen = Pick<Config, 'GEOCODER' | 'GEOCODER_URL'>

/** The geocoder chosen in the settings. Null if there is none: then the centres of communes are used. */
export function geocoderOf({ GEOCODER, GEOCODER_URL }: Chosen): Geocoder | null {
  switch (GEOCODER) {
    case 'offline':
      return null
    case 'geoplateforme':
      return geoplateforme(OPTIONS, GEOCODER_URL)
    case 'addok':
      return GEOCODER_URL === undefined ? null : addok(GEOCODER_URL, OPTIONS)
  }
}

/** The same, for a person who types an address and waits for the answer. */
export function addressSearchOf({ GEOCODER, GEOCODER_URL }: Chosen): AddressSearch | null {
  switch (GEOCODER) {
    case 'offline':
      return null
    case 'geoplateforme':
      return geoplateformeSearch(OPTIONS, GEOCODER_URL)
    case 'addok':
      return GEOCODER_URL === undefined ? null : addokSearch(GEOCODER_URL, OPTIONS)
  }
}
