import type { Point } from '../geo/geo.ts'

/** A cleaned address to look up. Its commune is always known. */
export type AskedAddress = {
  /** Identifies the request: all spellings that lead to the same request have the same key. */
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

/** Looks up addresses. Rejects if the service is unavailable; the answer for an unknown address is null. */
export type Geocoder = {
  /** Name of the geocoder, stored with each position that it found. */
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

/** Returns the centre of each postcode: the mean of the known centres of its communes. */
export type PostcodeCentres = (postcodes: readonly string[]) => Promise<ReadonlyMap<string, Point>>
