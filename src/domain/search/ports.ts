import type { Point } from '../geo/geo.ts'
import type { LatestChange } from '../places/latest-changes.ts'
import type { Place, PlaceText } from '../places/place.ts'
import type { PlaceFinder } from '../places/place-finder.ts'
import type { Surrounded, Surroundings } from '../territories/surroundings.ts'
import type { Reader } from '../words/understand.ts'
import type { Words } from '../words/words.ts'
import type { StemOf } from './marks.ts'
import type { Reach } from './relevance/radius.ts'
import type { Facet, Filters, Question, Sort } from './search-question.ts'

/** Where a page stopped: the sort key of its last place, and its id. */
export type After = { readonly key: string | number; readonly id: string }

/**
 * Which part of the answer a page reads. `inside`: places that match the filters. `beyond`: places outside
 * the radius, added because of `min_results`. `unlocated`: places without a position, which come after the places
 * with a distance.
 */
export type Part = 'inside' | 'beyond' | 'unlocated'

export type PageRequest = {
  readonly filters: Filters
  readonly part: Part
  readonly sort: Sort
  readonly limit: number
  readonly after: After | null
  /** Id of a place to leave out: the place whose alternatives are requested. */
  readonly except?: string
  /** When sorting by relevance: whether to leave out places that do not meet all main wishes. */
  readonly fitting?: boolean
}

export type Found = {
  readonly place: PlaceText
  /** Sort key, from which the next page can continue. */
  readonly key: string | number
  /**
   * Expected distance from the start of the search in metres; null if the search has no start or the place
   * has no position.
   */
  readonly expectedM: number | null
  /** Whether the place is outside the territory named in the words. */
  readonly outside: boolean
}

export type FoundPage = {
  readonly found: readonly Found[]
  /** The radius of the answer, if this page determines it: only on the first page by relevance from a point. */
  readonly reach: Reach | null
  /** Whether at least one place that matches the filters meets all main wishes. */
  readonly fits: boolean
}

/**
 * How a place meets a wish. `declared`: the place declares it. `implied`: the place offers it because of what it is, or
 * mentions it in other words. `unknown`: nothing is known. `no`: the place is known not to meet it.
 */
type Fit = 'declared' | 'implied' | 'unknown' | 'no'

/** How the words of a question fit a place. */
export type PlaceFit = {
  /** One value for each wish, in the order of `rankedWishes`, then one for the time. */
  readonly fit: readonly Fit[]
  /** Whether the place meets all main wishes and is therefore counted. */
  readonly fits: boolean
}

export type Count = { readonly value: number; readonly relation: 'eq' | 'gte' }

export type FacetValue = { readonly code: string; readonly count: number }
export type FacetCounts = { readonly [facet in Facet]?: readonly FacetValue[] }

/** The places in one cell of a map's grid, see `map-grid.ts`. */
export type Cell = {
  readonly x: number
  readonly y: number
  readonly count: number
  /** The mean position of the places, and the box around them. */
  readonly lon: number
  readonly lat: number
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
  /** The place, if it is the only one in the cell. */
  readonly single:
    | (Pick<Place, 'id' | 'name' | 'display_name'> & { readonly types: readonly string[] })
    | null
}

/** Does some long work, for example when it is its turn. */
export type WhenCold = <Value>(work: () => Promise<Value>) => Promise<Value>

/** Access of the domain to the stored places. */
export type PlaceReader = PlaceFinder & {
  page(request: PageRequest): Promise<FoundPage>
  /** The radius of the answer around the start of the search; null if the search has no start. */
  reach(filters: Filters): Promise<Reach | null>
  /** How well the words fit each of these places, by id; empty if the words contain no wish. */
  fit(filters: Filters, ids: readonly string[]): Promise<ReadonlyMap<string, PlaceFit>>
  /** The number of matching places: exact up to `cap`, beyond it `gte`. */
  count(request: Pick<PageRequest, 'filters' | 'part' | 'except'>, cap: number): Promise<Count>
  facets(filters: Filters, facets: readonly Facet[], except?: string): Promise<FacetCounts>
  /**
   * Counts the matching places that have a position in a grid of 2^level columns and rows. Up to `WIDEST_LEVEL`, the
   * counts may be those of the data before the last change, while the new ones are being read. If there are none yet,
   * reading them takes long, and is done by `whenCold`.
   */
  cells(filters: Filters, level: number, whenCold?: WhenCold): Promise<readonly Cell[]>
  /** Places whose names contain the words: the nearest ones to the point or, without a point, the best ones. */
  named(question: NamedQuestion): Promise<readonly NamedPlace[]>
  /** The latest changes of a place, the newest first, also if it has left the directory. */
  changesOf(id: string, limit: number): Promise<readonly LatestChange[]>
  /** The latest changes of the matching places, and of those that have left the directory. */
  changesAmong(filters: Filters, limit: number): Promise<readonly LatestChange[]>
  /** All matching places in batches, sorted by id; each batch is read when the previous one has been consumed. */
  stream(filters: Filters): AsyncIterable<readonly PlaceText[]>
  /** A digest that changes exactly when the set of matching places, or one of these places, changes. */
  digest(filters: Filters): Promise<string>
}

/** Access of the search to the territories: their codes, centres and surroundings. */
export type TerritoryDirectory = {
  /** All codes that places of this commune may carry; null if no commune has or had the code. */
  communeCodes(code: string): Promise<readonly string[] | null>
  exists(kind: 'epci' | 'department' | 'region', code: string): Promise<boolean>
  centreOfCommune(code: string): Promise<Point | null>
  /** The starting point of a search near a territory; null if its position is unknown. */
  surroundings(kind: Surrounded, code: string): Promise<Surroundings | null>
  /** The distance from a point, in metres, at which a place counts half as much as at the point itself. */
  scaleAt(point: Point): Promise<number>
  /**
   * The middle of the places in a part of a commune; null if there are none. `part` is its name as in the list of
   * territories.
   */
  aboutPart(commune: string, part: string): Promise<Point | null>
}

type SourceDirectory = { slugs(): Promise<readonly string[]> }

export type SearchDeps = {
  readonly places: PlaceReader
  readonly territories: TerritoryDirectory
  readonly sources: SourceDirectory
  /** Epoch milliseconds. */
  readonly clock: () => number
  /** Current knowledge of words and names. */
  readonly words: () => Promise<Reader>
  /** Selects the texts that are the whole name of a place. */
  readonly namesKnown: (names: readonly string[]) => Promise<ReadonlySet<string>>
  /** The secret with which cursors are signed. */
  readonly secret: () => Promise<string>
}

/** Looks up the stems by which the search compares these words. */
export type Stemmer = (words: readonly string[]) => Promise<StemOf>

export type { Question }

/** A place in the suggestions. */
export type NamedPlace = {
  readonly id: string
  readonly name: string
  readonly city: string
  readonly distance: number | null
}

/** A search in the names of places. */
export type NamedQuestion = {
  readonly words: Words
  readonly near: Point | null
  readonly limit: number
  /** Whether one of the words occurs in few places. */
  readonly rare: boolean
}
