import type { ListedPlace } from '../parts/card.tsx'

export type FacetValue = { readonly code: string; readonly label: string; readonly count: number }
export type Facets = Readonly<Record<string, readonly FacetValue[]>>
export type Total = { readonly value: number; readonly relation: 'eq' | 'gte' } | null

/** What the pages read of a page of the API. */
export type Found = {
  readonly items: readonly ListedPlace[]
  readonly total: Total
  readonly facets?: Facets
  readonly interpreted?: {
    readonly where: {
      readonly name: string
      readonly typed: string
      readonly undo: string
      readonly location: { readonly lat: number; readonly lon: number } | null
    } | null
    readonly words: readonly {
      readonly typed: string
      readonly words?: readonly string[]
      readonly undo: string
    }[]
  }
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
