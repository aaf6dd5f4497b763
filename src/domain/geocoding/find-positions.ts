import type { Point } from '../geo/geo.ts'
import type { CommuneIndex } from '../territories/communes.ts'
import type { AskedAddress, Geocoder } from './geocoder.ts'
import { judge } from './judge.ts'
import type { Geocoded } from './position.ts'

/**
 * Results by address key: null if the address was looked up but not found. Addresses that could not be looked
 * up are missing.
 */
export type GeocodeResults = ReadonlyMap<string, Geocoded | null>

type FindDeps = {
  readonly geocoder: Geocoder
  readonly centres: ReadonlyMap<string, Point>
  readonly communes: CommuneIndex
  readonly now: () => Date
}

/**
 * Searches all of France first, and accepts answers in the right commune. Then searches the remaining addresses in
 * their commune only; this comes second, because such a search copes less well with spelling mistakes. `failed` is
 * the reason for stopping early.
 */
export async function findPositions(
  addresses: readonly AskedAddress[],
  deps: FindDeps,
  signal?: AbortSignal
): Promise<{ readonly found: GeocodeResults; readonly failed: string | null }> {
  const found = new Map<string, Geocoded | null>()
  try {
    const left = await searchAll(addresses, false, found, deps, signal)
    for (const { key } of await searchAll(left, true, found, deps, signal)) found.set(key, null)
    return { found, failed: null }
  } catch (error) {
    signal?.throwIfAborted()
    return { found, failed: error instanceof Error ? error.message : String(error) }
  }
}

/** Stores what it finds in `found`, and returns the addresses that it did not find. */
async function searchAll(
  addresses: readonly AskedAddress[],
  within: boolean,
  found: Map<string, Geocoded | null>,
  { geocoder, centres, communes, now }: FindDeps,
  signal?: AbortSignal
): Promise<readonly AskedAddress[]> {
  if (addresses.length === 0) return []
  const candidates = await geocoder.find(addresses, within, signal)
  const at = now().toISOString()
  return addresses.filter((asked, index) => {
    const candidate = candidates[index] ?? null
    if (candidate === null) return true
    const judged = judge(asked, candidate, within, centres.get(asked.commune), communes)
    if ('refused' in judged) return true
    const { lat, lon, type, score } = candidate
    const { precision } = judged
    found.set(asked.key, {
      lat,
      lon,
      precision,
      provider: geocoder.provider,
      type,
      score,
      at,
      key: asked.key
    })
    return false
  })
}
