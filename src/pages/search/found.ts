import type { ListedPlace } from '../parts/card.tsx'
import type { Fit, WishCode } from '../parts/fit.ts'

export type FacetValue = { readonly code: string; readonly label: string; readonly count: number }
export type Facets = Readonly<Record<string, readonly FacetValue[]>>
export type Total = { readonly value: number; readonly relation: 'eq' | 'gte' } | null

/** Words of the question that were interpreted, and the question that takes them literally. */
export type Typed = { readonly typed: string; readonly undo: string }

/** A territory that the words may name. */
export type Spot = {
  readonly kind: string
  readonly code: string
  readonly name: string
  readonly department: string | null
}

/** The time named in the words. One of the two is set, in the format of the API parameter with the same name. */
export type When = { readonly open_at: string | null; readonly open_between: string | null }

export type Reading = Typed & {
  readonly as: 'correction' | 'meaning' | 'ignored'
  readonly words?: readonly string[]
  readonly codes?: readonly WishCode[]
}

type Where = Typed &
  Spot & {
    readonly location: { readonly lat: number; readonly lon: number } | null
    /** Other territories named in the words. */
    readonly also?: readonly Spot[]
  }

/** How the API interpreted the words. */
export type Interpreted = {
  readonly where: Where | null
  readonly when?: (Typed & When) | null
  /** Words that ask for places near the reader: "près de moi". */
  readonly near_me?: Typed | null
  readonly words: readonly Reading[]
  readonly ignored?: readonly Typed[]
  /** Other territories with the name of `where`. */
  readonly ambiguous?: readonly Spot[]
}

/** A listed place, how well it fits each wish, and whether the heading counts it. */
export type FoundItem = ListedPlace & {
  readonly fits?: boolean
  readonly fit?: readonly { readonly typed: string; readonly fit: Fit }[]
}

/** The parts of a search answer of the API that the pages use. */
export type Found = {
  readonly items: readonly FoundItem[]
  readonly total: Total
  /** The radius that the API chose, the number of places in it, and how far the nearest one outside is; metres. */
  readonly within?: {
    readonly radius_m: number
    readonly count: number | null
    readonly nearest_m?: number | null
  }
  readonly facets?: Facets
  readonly interpreted?: Interpreted
  /** If nothing matches: the most similar questions that have results. */
  readonly instead?: readonly {
    readonly without: readonly { readonly parameter: string; readonly words: string | null }[]
    readonly q: string | null
    readonly total: Total
  }[]
  readonly next: string | null
}

/** Why there is nothing to show: the search was not understood, too many requests, no answer, no network. */
export type Failure = 'refused' | 'busy' | 'away' | 'offline'

/** What a status of the API means to a reader. */
export function failureOf(status: number): Failure {
  if (status === 429) return 'busy'
  return status === 400 || status === 422 ? 'refused' : 'away'
}

/** The cursor of the next page of results; null if this is the last one. */
export const cursorOf = ({ next }: Found): string | null =>
  next === null ? null : new URL(next, 'http://localhost').searchParams.get('cursor')
