import type { BBox, Point, Polygons } from '../geo/geo.ts'
import type { OpenFilter } from '../opening/open-at.ts'
import type { TerritoryParameter } from '../territories/territory-parameters.ts'
import type { SearchableFeature } from '../vocabularies/accessibility.ts'
import type { MissingFact } from '../vocabularies/missing.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../vocabularies/term.ts'
import type { Words } from '../words/words.ts'
import type { KnownItem } from './relevance/known-item.ts'
import type { SearchWhere } from './relevance/search-where.ts'

/** Alternatives inside (OR) of demands outside (AND): `service=a,b&service=c` is [[a, b], [c]]. */
export type Demands<Value extends string = string> = readonly (readonly Value[])[]

/** What a place must be to match. One field a filter; absent means that it is not asked. */
export type Filters = {
  readonly q?: string
  /** What `q` asks for, once it was read: see `resolve-filters.ts`. */
  readonly words?: Words
  /** Whether `q` may be the name of a place. */
  readonly known?: KnownItem
  /**
   * Where to search for what the words ask for: the territory that they name, else `near`, else the commune
   * or postcode in the filters.
   */
  readonly where?: SearchWhere
  /** Institutions that the words ask for and that have no place of their own within 40 km of there, by their types. */
  readonly absent?: readonly string[]
  /** Radius in metres within which places are counted; places farther away follow on later pages. */
  readonly reachM?: number
  readonly codes: { readonly [parameter in CodeParameter]?: Demands }
  /** Whether services that follow from what a place is count, or only those that it declares. */
  readonly serviceBasis?: 'any' | 'declared'
  /** Whether a place that names no public counts as addressing the one that is asked. Excluded if absent. */
  readonly audienceUnknown?: 'exclude' | 'include'
  readonly accessibility?: Demands<SearchableFeature>
  /** Whether a place that does not say counts as accessible. One that says no never does. */
  readonly accessibilityUnknown: 'exclude' | 'include'
  readonly itinerant?: boolean
  readonly territory: { readonly [parameter in TerritoryParameter]?: Demands }
  readonly near?: Point
  /** Metres along the ellipsoid from `near`. */
  readonly radius?: number
  readonly bbox?: BBox
  readonly within?: Polygons
  readonly open?: OpenFilter
  readonly source?: Demands
  readonly missing?: Demands<MissingFact>
  /** RFC 3339 instant. */
  readonly updatedSince?: string
  readonly minQuality?: number
}

export const SORTS = ['relevance', 'distance', 'name', 'updated'] as const
export type Sort = (typeof SORTS)[number]

export const FACETS = [...CODE_PARAMETERS, 'accessibility', 'department', 'region', 'source'] as const
export type Facet = (typeof FACETS)[number]

export const isTerritoryFacet = (facet: Facet): facet is 'department' | 'region' =>
  facet === 'department' || facet === 'region'

/** A whole question: the filters, the order, and what to return besides the places. */
export type Question = {
  readonly filters: Filters
  readonly sort: Sort
  readonly limit: number
  /** A place that must not be found: the one whose alternatives are asked. */
  readonly except?: string
  /** With a radius: minimum number of places, reached by adding the nearest ones outside it. */
  readonly minResults?: number
  readonly facets: readonly Facet[]
  /** Matching places are counted up to this number, beyond it "at least"; 0 if the count is not needed. */
  readonly countMost: number
}

/** Counting stops here, because it takes time and people do not read 50 pages. `exact` counts up to ten times as many. */
export const COUNTED = { default: 1_000, exact: 10_000, none: 0 } as const

/** What a question asked for nothing in particular matches: every place. */
export const EVERYTHING: Filters = { codes: {}, accessibilityUnknown: 'exclude', territory: {} }

/** The order a search takes when none is asked for. */
export function defaultSort(filters: Filters): Sort {
  if (filters.q !== undefined) return 'relevance'
  return filters.near ? 'distance' : 'name'
}
