import type { Point } from '../geo/geo.ts'

/** A cleaned address to look up. Its commune is always known. */
export type AskedAddress = {
  /** The same for all spellings that lead to the same request. */
  readonly key: string
  /** House number and street, without postal details; null if only the commune is known. */
  readonly street: string | null
  readonly postcode: string | null
  readonly city: string | null
  /** INSEE code. */
  readonly commune: string
}

/** The kind of result, in the terms of addok. A `locality` is a hamlet or another named spot. */
export const FOUND_TYPES = ['housenumber', 'street', 'locality', 'municipality'] as const
export type FoundType = (typeof FOUND_TYPES)[number]

export type Candidate = Point & {
  readonly type: FoundType
  /** From 0 to 1; the scale differs between versions of the geocoder. */
  readonly score: number
  readonly citycode: string
}

/** Looks up addresses. Rejects if it is unavailable; an address that it does not know gives null. */
export type Geocoder = {
  /** Name stored with each position that it found. */
  readonly provider: string
  /**
   * `within` restricts the search to the commune of the address. Answers are in the order of the addresses.
   */
  readonly find: (
    addresses: readonly AskedAddress[],
    within: boolean,
    signal?: AbortSignal
  ) => Promise<readonly (Candidate | null)[]>
}

/** The mean of the known commune centres of each of these postcodes. */
export type PostcodeCentres = (postcodes: readonly string[]) => Promise<ReadonlyMap<string, Point>>
