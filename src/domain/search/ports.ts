import type { Point } from '../geo/geo.ts'
import type { PlaceText } from '../places/place.ts'
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
 * Which part of the answer a page reads. `inside` is what the filters say. `beyond` is what lies outside the
 * radius, called in by `min_results`. `unlocated` is what has no position, and so comes after all distances.
 */
export type Part = 'inside' | 'beyond' | 'unlocated'

export type PageRequest = {
  readonly filters: Filters
  readonly part: Part
  readonly sort: Sort
  readonly limit: number
  readonly after: After | null
  /** A place that must not be found: the one whose alternatives are asked. */
  readonly except?: string
  /** By relevance: whether to leave out what does not fit all that is mainly wished. */
  readonly fitting?: boolean
}

export type Found = {
  readonly place: PlaceText
  /** Sort key, to go on from. */
  readonly key: string | number
  /** Metres at which it is to be expected, from where the search starts; null if it starts nowhere or its position is not known. */
  readonly expectedM: number | null
  /** Whether it lies outside the territory that the words say. */
  readonly outside: boolean
}

export type FoundPage = {
  readonly found: readonly Found[]
  /** How far the answer looks, if the page tells: on the first page by relevance, from a point. */
  readonly reach: Reach | null
  /** Whether some place that the filters let through fits all that is mainly wished. */
  readonly fits: boolean
}

/** What a place says of a wish: it declares it, offers it by what it is or says it in other words, says nothing, or denies it. */
export type Fit = 'declared' | 'implied' | 'unknown' | 'no'

export type Count = { readonly value: number; readonly relation: 'eq' | 'gte' }

export type FacetValue = { readonly code: string; readonly count: number }
export type FacetCounts = { readonly [facet in Facet]?: readonly FacetValue[] }

/** Places of a map that stand in the same cell of its grid: see `map-grid.ts`. */
export type Cell = {
  readonly x: number
  readonly y: number
  readonly count: number
  /** Their middle, and the box around them. */
  readonly lon: number
  readonly lat: number
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
  /** The place, where there is but one. */
  readonly single: { readonly id: string; readonly name: string; readonly types: readonly string[] } | null
}

/** What the domain asks of whatever stores the places. */
export type PlaceReader = PlaceFinder & {
  page(request: PageRequest): Promise<FoundPage>
  /** How far an answer looks from where the filters say; null if they say of no point. */
  reach(filters: Filters): Promise<Reach | null>
  /** How each wish of the words fits each of these places, in the order of `rankedWishes`, then the time; by id. */
  fit(filters: Filters, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Fit[]>>
  /** Exact up to `cap`, then `gte`. */
  count(request: Pick<PageRequest, 'filters' | 'part' | 'except'>, cap: number): Promise<Count>
  facets(filters: Filters, facets: readonly Facet[], except?: string): Promise<FacetCounts>
  /** Those of the matching places that have a position, counted in a grid of 2^level columns and rows. */
  cells(filters: Filters, level: number): Promise<readonly Cell[]>
  /** Places whose names say the words: from a point the nearest, else the best. */
  named(question: NamedQuestion): Promise<readonly NamedPlace[]>
  /** Everything that matches, by id, in batches; each batch is read when the previous one has been taken. */
  stream(filters: Filters): AsyncIterable<readonly PlaceText[]>
  /** Changes exactly when the set of matching places, or one of them, does. */
  digest(filters: Filters): Promise<string>
}

/** The codes a territory filter stands for. */
export type TerritoryDirectory = {
  /** All the codes places of that commune may carry; null when no commune has or had the code. */
  communeCodes(code: string): Promise<readonly string[] | null>
  exists(kind: 'epci' | 'department' | 'region', code: string): Promise<boolean>
  centreOfCommune(code: string): Promise<Point | null>
  /** What a search near it starts from; null if nobody knows where it is. */
  surroundings(kind: Surrounded, code: string): Promise<Surroundings | null>
  /** Metres: how far a place may be from a point to be worth half as much as at it. */
  scaleAt(point: Point): Promise<number>
  /** In the midst of the places of a part of a commune, by the part's name in the lists; null if it has none. */
  aboutPart(commune: string, part: string): Promise<Point | null>
}

type SourceDirectory = { slugs(): Promise<readonly string[]> }

export type SearchDeps = {
  readonly places: PlaceReader
  readonly territories: TerritoryDirectory
  readonly sources: SourceDirectory
  /** Epoch milliseconds. */
  readonly clock: () => number
  /** All that is known of words and names, as of now. */
  readonly words: () => Promise<Reader>
  /** Those of these texts that are the whole name of a place. */
  readonly namesKnown: (names: readonly string[]) => Promise<ReadonlySet<string>>
  /** Signs cursors. */
  readonly secret: () => Promise<string>
}

/** How the search compares these words. */
export type Stemmer = (words: readonly string[]) => Promise<StemOf>

export type { Question }

/** A place as it is suggested. */
export type NamedPlace = {
  readonly id: string
  readonly name: string
  readonly city: string
  readonly distance: number | null
}

/** What is asked of the names of places. */
export type NamedQuestion = {
  readonly words: Words
  readonly near: Point | null
  readonly limit: number
  /** Whether few places say one of the words. */
  readonly rare: boolean
}
