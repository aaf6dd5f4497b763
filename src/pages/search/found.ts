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

/** The time that the words name: one of the two is there, in the form of the API's parameter. */
export type When = { readonly open_at: string | null; readonly open_between: string | null }

export type Reading = Typed & {
  readonly as: 'correction' | 'meaning' | 'ignored'
  readonly words?: readonly string[]
  readonly codes?: readonly WishCode[]
}

type Where = Typed &
  Spot & {
    readonly location: { readonly lat: number; readonly lon: number } | null
    /** Other places that the words name. */
    readonly also?: readonly Spot[]
  }

/** How the API interpreted the words. */
export type Interpreted = {
  readonly where: Where | null
  readonly when?: (Typed & When) | null
  /** "près de moi": the position of the reader is wanted. */
  readonly near_me?: Typed | null
  readonly words: readonly Reading[]
  readonly ignored?: readonly Typed[]
  /** Other territories with the name of `where`. */
  readonly ambiguous?: readonly Spot[]
}

/** A place of the list, how it fits each wish of the words, and whether the heading counts it. */
export type FoundItem = ListedPlace & {
  readonly fits?: boolean
  readonly fit?: readonly { readonly typed: string; readonly fit: Fit }[]
}

/** What the pages read of a page of the API. */
export type Found = {
  readonly items: readonly FoundItem[]
  readonly total: Total
  /** How far the answer looks; metres. */
  readonly within?: {
    readonly radius_m: number
    readonly count: number | null
    readonly nearest_m?: number | null
  }
  readonly facets?: Facets
  readonly interpreted?: Interpreted
  /** Where nothing matches: the nearest questions that have answers. */
  readonly instead?: readonly {
    readonly without: readonly { readonly parameter: string; readonly words: string | null }[]
    readonly q: string | null
    readonly total: Total
  }[]
  readonly next: string | null
}

/** Why there is nothing to show: not understood, too much asked, no answer, no network. */
export type Failure = 'refused' | 'busy' | 'away' | 'offline'

/** What a status of the API means to a reader. */
export function failureOf(status: number): Failure {
  if (status === 429) return 'busy'
  return status === 400 || status === 422 ? 'refused' : 'away'
}

/** The cursor in the address of the page that follows. */
export const cursorOf = ({ next }: Found): string | null =>
  next === null ? null : new URL(next, 'http://localhost').searchParams.get('cursor')
