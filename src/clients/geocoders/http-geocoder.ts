import { questionOf } from '../../domain/geocoding/clean-address.ts'
import type { AskedAddress, Candidate, Geocoder } from '../../domain/geocoding/geocoder.ts'
import { type Call, type CallLimits, callerOf, GeocoderFailed, USUAL_LIMITS } from './call.ts'
import { readBatch, writeBatch } from './csv.ts'
import { readGeocodeJson } from './geocodejson.ts'

export type GeocoderOptions = {
  readonly userAgent: string
  readonly limits?: Partial<CallLimits>
}

/** The differences between two servers that otherwise have the same API. */
export type Dialect = {
  readonly provider: string
  readonly search: string
  readonly batch: string
  readonly parameters: Readonly<Record<string, string>>
}

/** Up to this number, addresses are sent one by one, because a file costs the server more. */
const FEW = 3
/**
 * Addresses in one file. The public service accepts 50 MB; a thousand lines keep each answer under a minute.
 */
const MOST = 1_000

export function httpGeocoder(base: string, dialect: Dialect, options: GeocoderOptions): Geocoder {
  const call = callerOf(options.userAgent, { ...USUAL_LIMITS, ...options.limits })
  const server = { base: base.replace(/\/+$/, ''), dialect, call }
  return {
    provider: dialect.provider,
    find: async (addresses, within, signal) => {
      const answers: (Candidate | null)[] = []
      for (let from = 0; from < addresses.length; from += MOST) {
        const some = addresses.slice(from, from + MOST)
        const ask = some.length <= FEW ? askEach : askBatch
        answers.push(...(await ask(server, some, within, signal)))
      }
      return answers
    }
  }
}

type Server = { readonly base: string; readonly dialect: Dialect; readonly call: Call }

async function askEach(
  { base, dialect, call }: Server,
  addresses: readonly AskedAddress[],
  within: boolean,
  signal?: AbortSignal
): Promise<readonly (Candidate | null)[]> {
  const answers: (Candidate | null)[] = []
  for (const address of addresses) {
    const parameters = new URLSearchParams({
      q: questionOf(address),
      limit: '1',
      autocomplete: '0',
      ...dialect.parameters,
      ...(within && { citycode: address.commune })
    })
    const url = `${base}${dialect.search}?${parameters}`
    const answer = readGeocodeJson(await call(url, { signal }))
    if (answer === undefined) throw new GeocoderFailed(url, 'its answer is not in the expected format')
    answers.push(answer)
  }
  return answers
}

async function askBatch(
  { base, dialect, call }: Server,
  addresses: readonly AskedAddress[],
  within: boolean,
  signal?: AbortSignal
): Promise<readonly (Candidate | null)[]> {
  const url = `${base}${dialect.batch}`
  const file = writeBatch(addresses)
  const body = () => {
    const form = new FormData()
    form.append('data', new Blob([file], { type: 'text/csv' }), 'addresses.csv')
    form.append('columns', 'question')
    if (within) form.append('citycode', 'commune')
    return form
  }
  const answers = readBatch(await call(url, { body, signal }), addresses.length)
  if (answers === undefined) throw new GeocoderFailed(url, 'its answer is not in the expected format')
  return answers
}
