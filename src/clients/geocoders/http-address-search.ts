import {
  type AddressSearch,
  LONGEST_ADDRESS,
  MOST_CANDIDATES
} from '../../domain/geocoding/address-search.ts'
import { GeocoderFailed, promptCallerOf } from './call.ts'
import { readLabelled } from './geocodejson.ts'
import type { Dialect, GeocoderOptions } from './http-geocoder.ts'

/** One attempt of a few seconds: a person who waits tries again, or writes the position down. */
const PROMPT = { answerMs: 4_000, attempts: 1, pauseMs: 0, longestPauseMs: 0, gapMs: 0 }

export function httpAddressSearch(base: string, dialect: Dialect, options: GeocoderOptions): AddressSearch {
  const call = promptCallerOf(options.userAgent, { ...PROMPT, ...options.limits })
  return {
    provider: dialect.provider,
    search: async (text, near) => {
      const parameters = new URLSearchParams({
        q: text.slice(0, LONGEST_ADDRESS),
        limit: String(MOST_CANDIDATES),
        autocomplete: '0',
        ...dialect.parameters,
        ...(near && { lat: String(near.lat), lon: String(near.lon) })
      })
      const url = `${base.replace(/\/+$/, '')}${dialect.search}?${parameters}`
      const candidates = readLabelled(await call(url, {}))
      if (candidates === undefined) throw new GeocoderFailed(url, 'its answer is not in the expected format')
      return candidates.slice(0, MOST_CANDIDATES)
    }
  }
}
