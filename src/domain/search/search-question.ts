import type { BBox, Point, Polygons } from '../geo/geo.ts'
import type { OpenFilter } from '../opening/open-at.ts'
import type { TerritoryParameter } from '../territories/territory-parameters.ts'
import type { SearchableFeature } from '../vocabularies/accessibility.ts'
import type { MissingFact } from '../vocabularies/missing.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../vocabularies/term.ts'
import type { Words } from '../words/words.ts'
import type { KnownItem } from './relevance/known-item.ts'
import type { SearchWhere } from './relevance/search-where.ts'

/** A list of demands (AND), each a list of alternatives (OR): `service=a,b&service=c` is [[a, b], [c]]. */
export type Demands<Value extends string = string> = readonly (readonly Value[])[]

/** The conditions that a place must meet to match. Each field is a filter; an absent field sets no condition. */
export type Filters = {
  readonly q?: string
  /** What `q` asks for, once it was read: see `resolve-filters.ts`. */
  readonly words?: Words
  /** If `q` may be the name of a place: the parts of this name. */
  readonly known?: KnownItem
  /**
   * Where to search for what the words ask for: the territory that they name, else `near`, else the commune
   * or postcode in the filters.
   */
  readonly where?: SearchWhere
  /** Types of institutions that the words ask for and that have no place of their own within 40 km of the start. */
  readonly absent?: readonly string[]
  /** Radius in metres within which places are counted; places farther away follow on later pages. */
  readonly reachM?: number
  readonly codes: { readonly [parameter in CodeParameter]?: Demands }
  /** Whether services that follow from what a place is count, or only those that it declares. */
  readonly serviceBasis?: 'any' | 'declared'
  /** Whether a place that names no audience matches the audiences that are asked for. Excluded if absent. */
  readonly audienceUnknown?: 'exclude' | 'include'
  /** Whether a place that says nothing of its price matches the prices that are asked for. Excluded if absent. */
  readonly feeUnknown?: 'exclude' | 'include'
  readonly accessibility?: Demands<SearchableFeature>
  /** Whether a place without information counts as accessible. A place known to be inaccessible never does. */
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
  /** Id of a place to leave out: the place whose alternatives are requested. */
  readonly except?: string
  /** With a radius: minimum number of places, reached by adding the nearest ones outside it. */
  readonly minResults?: number
  readonly facets: readonly Facet[]
  /** Matching places are counted up to this number, beyond it "at least"; 0 if the count is not needed. */
  readonly countMost: number
}

/** Counting stops here, because it takes time and people do not read 50 pages. `exact` counts up to ten times as many. */
export const COUNTED = { default: 1_000, exact: 10_000, none: 0 } as const

/** Filters without any condition: every place matches. */
export const EVERYTHING: Filters = { codes: {}, accessibilityUnknown: 'exclude', territory: {} }

/** The order of a search that does not ask for one. */
export function defaultSort(filters: Filters): Sort {
  if (filters.q !== undefined) return 'relevance'
  return filters.near ? 'distance' : 'name'
}
