import type { Territory } from '../../domain/territories/territory.ts'
import { isOver } from '../parts/beyond.ts'
import type { Fit, WishCode } from '../parts/fit.ts'
import type { ListedPlace } from '../parts/listed-place.ts'

type FacetValue = { readonly code: string; readonly label: string; readonly count: number }
export type Facets = Readonly<Record<string, readonly FacetValue[]>>
export type Total = { readonly value: number; readonly relation: 'eq' | 'gte' } | null

/** Words of the question that were interpreted; `undo` is the question in which they are taken literally. */
export type Typed = { readonly typed: string; readonly undo: string }

/** A territory that the words of the question may name. */
export type Spot = {
  readonly kind: string
  readonly code: string
  readonly name: string
  readonly department: string | null
}

/**
 * The time named in the question. One of the two properties is set, in the format of the API parameter with the
 * same name.
 */
export type When = { readonly open_at: string | null; readonly open_between: string | null }

export type Reading = Typed & {
  readonly as: 'correction' | 'meaning' | 'refused' | 'ignored'
  readonly words?: readonly string[]
  readonly codes?: readonly WishCode[]
}

type Where = Typed &
  Spot & {
    readonly location: { readonly lat: number; readonly lon: number } | null
    /** Other territories that the question names. */
    readonly also?: readonly Spot[]
  }

/** How the API interpreted the words of the question. */
export type Interpreted = {
  readonly where: Where | null
  readonly when?: (Typed & When) | null
  /** Words that ask for places near the reader: "près de moi". */
  readonly near_me?: Typed | null
  /** A place outside of France in the words. */
  readonly abroad?: (Typed & { readonly name: string }) | null
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

/** A commune to which a search is limited. */
export type Town = Pick<Territory, 'name' | 'department' | 'shared_name' | 'centre'>

type Within = {
  readonly radius_m: number
  readonly count: number | null
  readonly nearest_m?: number | null
}

/** The parts of a search answer of the API that the pages use. */
export type Found = {
  readonly items: readonly FoundItem[]
  readonly total: Total
  /**
   * The radius that the API chose, the number of places within it, and the distance to the nearest place outside
   * it, in metres.
   */
  readonly within?: Within
  /** The counts of the same search with the places that do not say whether they meet the chosen filters. */
  readonly unsaid?: { readonly total: Total; readonly within?: Within } | undefined
  readonly facets?: Facets
  /** The chosen commune, which the page adds to the answer of the API. */
  readonly town?: Town
  readonly interpreted?: Interpreted
  /** If nothing matches: the most similar questions that have results. */
  readonly instead?: readonly {
    readonly without: readonly { readonly parameter: string; readonly words: string | null }[]
    readonly q: string | null
    readonly total: Total
  }[]
  readonly next: string | null
}

/**
 * Why there is nothing to show: the API refused the search (`refused`), received too many requests (`busy`) or did
 * not answer (`away`), or the browser has no network (`offline`).
 */
export type Failure = 'refused' | 'busy' | 'away' | 'offline'

/** Translates the status of an API answer into a reason to show to the reader. */
export function failureOf(status: number): Failure {
  if (status === 429) return 'busy'
  return status === 400 || status === 422 ? 'refused' : 'away'
}

/** The cursor of the next page of results; null if this is the last one, or if the next has only places too far away. */
export const cursorOf = ({ next, items }: Found): string | null =>
  next === null || isOver(items) ? null : new URL(next, 'http://localhost').searchParams.get('cursor')
