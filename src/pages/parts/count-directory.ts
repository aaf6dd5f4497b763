import type { Ask } from '../shell/api.ts'

export type ListedSource = {
  readonly slug: string
  readonly name: string
  readonly licence: string
  readonly homepage: string | null
  readonly places: number
  /** Null if its records create no places. */
  readonly records: number | null
  readonly last_success: { readonly finished_at: string | null } | null
  /** `YYYY-MM-DD` */
  readonly fresh_on: string | null
}

/** The sources, the one with the most places first; undefined if the API does not answer. */
export async function listSources(ask: Ask): Promise<readonly ListedSource[] | undefined> {
  const listed = await ask<{ readonly items: readonly ListedSource[] }>('/v1/sources')
  if (!('body' in listed)) return undefined
  return listed.body.items.toSorted((one, other) => other.places - one.places)
}

type FacetValue = { readonly code: string; readonly label: string; readonly count: number }
type Counted = { readonly facets: { readonly department: readonly FacetValue[] } }

/**
 * Counts the places in départements, and the sources that know some; undefined if the API does not answer. All pages
 * take their number of places from here, so that none contradicts another; the total of a search would end at 10 000.
 */
export async function countDirectory(ask: Ask) {
  const [counted, sources] = await Promise.all([
    ask<Counted>('/v1/places?facets=department&limit=1&fields=id&total=none'),
    listSources(ask)
  ])
  if (!('body' in counted) || !sources) return undefined
  const { department: departments } = counted.body.facets
  return {
    /** Those with places, the one with the most first. */
    departments,
    places: departments.reduce((sum, { count }) => sum + count, 0),
    known: sources.filter(({ places }) => places > 0)
  }
}
