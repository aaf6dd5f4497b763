import type { CommuneIndex } from '../territories/communes.ts'
import { findPositions, type GeocodeResults } from './find-positions.ts'
import type { AskedAddress, Candidate, Geocoder } from './geocoder.ts'
import type { Geocoded } from './position.ts'

/** Earlier answers of geocoders, including misses, so that no address is looked up twice. */
export type GeocodeCache = {
  /** Misses expire, because address lists grow. */
  readonly find: (keys: readonly string[]) => Promise<GeocodeResults>
  readonly keep: (provider: string, found: GeocodeResults) => Promise<void>
}

type LocateDeps = {
  /** Null if no network should be used. */
  readonly online: Geocoder | null
  /** Knows the centres of communes and is always available. */
  readonly offline: Geocoder
  readonly cache: GeocodeCache
  readonly communes: CommuneIndex
  readonly now: () => Date
}

export type Outcome = {
  readonly geocoded: Geocoded | null
  /** Whether a later attempt may find a better position. */
  readonly again: boolean
}

type Outcomes = {
  /** By address key. */
  readonly outcomes: ReadonlyMap<string, Outcome>
  /**
   * Why the geocoder failed, or null. After a failure, the remaining addresses are placed at the centre of their
   * commune for now.
   */
  readonly failed: string | null
}

/**
 * Looks up addresses in the cache, then with the geocoder, then uses the centre of the commune. Never fails
 * because of the network.
 */
export async function locate(
  addresses: readonly AskedAddress[],
  { online, offline, cache, communes, now }: LocateDeps,
  signal?: AbortSignal
): Promise<Outcomes> {
  const distinct = [...new Map(addresses.map((address) => [address.key, address])).values()]
  if (distinct.length === 0) return { outcomes: new Map(), failed: null }
  const centres = await centresOf(distinct, offline)
  const streets = distinct.filter(({ street }) => street !== null)
  const known = await cache.find(streets.map(({ key }) => key))
  const unknown = streets.filter(({ key }) => !known.has(key))

  const fresh =
    online === null
      ? { found: new Map<string, Geocoded | null>(), failed: null }
      : await findPositions(unknown, { geocoder: online, centres, communes, now }, signal)
  if (online !== null && fresh.found.size > 0) await cache.keep(online.provider, fresh.found)

  const outcomes = distinct.map((address): readonly [string, Outcome] => {
    const { key, street, commune } = address
    const position = known.get(key) ?? fresh.found.get(key) ?? null
    if (position !== null) return [key, { geocoded: position, again: false }]
    const geocoded = atCentre(address, centres.get(commune), offline.provider)
    return [key, { geocoded, again: street !== null || geocoded === null }]
  })
  return { outcomes: new Map(outcomes), failed: fresh.failed }
}

async function centresOf(
  addresses: readonly AskedAddress[],
  offline: Geocoder
): Promise<ReadonlyMap<string, Candidate>> {
  const candidates = await offline.find(addresses, true)
  const found = addresses.map(({ commune }, index) => [commune, candidates[index] ?? null] as const)
  return new Map(found.flatMap(([commune, centre]) => (centre === null ? [] : [[commune, centre] as const])))
}

const atCentre = ({ key }: AskedAddress, centre: Candidate | undefined, provider: string): Geocoded | null =>
  centre === undefined
    ? null
    : {
        lat: centre.lat,
        lon: centre.lon,
        precision: 'municipality',
        provider,
        type: 'municipality',
        score: null,
        at: null,
        key
      }
