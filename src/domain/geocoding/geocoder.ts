import type { Point } from '../geo/geo.ts'

/** An address to be found, cleaned; it lies in a commune that is known, or it is not asked at all. */
export type AskedAddress = {
  /** The same for every spelling that is asked the same way. */
  readonly key: string
  /** Number and name of the street, without what only the post needs; null where the commune is all that is known. */
  readonly street: string | null
  readonly postcode: string | null
  readonly city: string | null
  /** INSEE code. */
  readonly commune: string
}

/** What kind of thing a geocoder found, in the words of addok. A `locality` is a hamlet, or a named spot. */
export const FOUND_TYPES = ['housenumber', 'street', 'locality', 'municipality'] as const
export type FoundType = (typeof FOUND_TYPES)[number]

export type Candidate = Point & {
  readonly type: FoundType
  /** From 0 to 1, and not the same from one version of the geocoder to the next. */
  readonly score: number
  readonly citycode: string
}

/** Finds addresses. Rejects where it cannot answer now; null is an address that it does not know. */
export type Geocoder = {
  /** As it is kept with each position that it found. */
  readonly provider: string
  /** `within` looks in the address's own commune only. Answers are in the order asked. */
  readonly find: (
    addresses: readonly AskedAddress[],
    within: boolean,
    signal?: AbortSignal
  ) => Promise<readonly (Candidate | null)[]>
}
