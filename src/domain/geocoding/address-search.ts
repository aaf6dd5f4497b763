import type { Point } from '../geo/geo.ts'
import { askable, withoutPost } from './clean-address.ts'
import type { Candidate } from './geocoder.ts'

/** What a geocoder proposes for an address that a person typed. */
export type AddressCandidate = Candidate & {
  /** The whole address, as the geocoder writes it. */
  readonly label: string
}

/** Proposes positions for an address. Rejects if the service is unavailable, or too slow for a person who waits. */
export type AddressSearch = {
  /** Name of the geocoder. */
  readonly provider: string
  /** The best first. Of two addresses that are equally like it, the one that is nearer to `near` comes first. */
  readonly search: (text: string, near: Point | null) => Promise<readonly AddressCandidate[]>
}

/** The most that a person compares at a glance. */
export const MOST_CANDIDATES = 5

/** Services refuse longer texts. */
export const LONGEST_ADDRESS = 200

/** A typed address without what only matters for letters; null if what remains names no street and no town. */
export const readTypedAddress = (text: string): string | null =>
  askable(withoutPost(text.replace(/\s+/g, ' ').trim()))
