import type { FacetCounts, FacetValue } from '../../domain/search/ports.ts'
import { type Facet, type Filters, isTerritoryFacet } from '../../domain/search/search-question.ts'
import { SEARCHABLE_FEATURES } from '../../domain/vocabularies/accessibility.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { codesOf, vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import { silentParameters } from './code-query.ts'
import { type Asked, column } from './place-conditions.sql.ts'
import { placeCount, termFacets, territoryFacets } from './place-count.sql.ts'

type Queried = Pick<Database, 'pool' | 'kind'>
type Ask = (filters: Filters) => Promise<Asked>

/** Counts, for each value of each facet, the places that a search with this value would find. */
export async function countFacets(
  database: Queried,
  ask: Ask,
  filters: Filters,
  facets: readonly Facet[]
): Promise<FacetCounts> {
  const sets = await Promise.all(scans(filters, facets).map((scan) => read(database, ask, scan)))
  return Object.assign({}, ...sets)
}

type Scan = { readonly filters: Filters; readonly facets: readonly Facet[] }

/**
 * Plans how often the matches must be read to count the facets. A facet is counted without its own filter, so each
 * facet with a filter needs a reading of its own. Facets without a filter share one reading; territories are read
 * separately.
 */
function scans(filters: Filters, facets: readonly Facet[]): readonly Scan[] {
  const own = facets.filter((facet) => without(filters, facet) !== filters || isOfAnotherKind(filters, facet))
  const shared = facets.filter((facet) => !own.includes(facet) && !isTerritoryFacet(facet))
  const territories = facets.filter((facet) => !own.includes(facet) && isTerritoryFacet(facet))
  return [
    ...(shared.length > 0 ? [{ filters, facets: shared }] : []),
    ...territories.map((facet) => ({ filters, facets: [facet] })),
    ...own.map((facet) => ({ filters: without(filters, facet), facets: [facet] }))
  ]
}

/** The filters without the facet's own filter; the same object if the facet has no filter. */
function without(filters: Filters, facet: Facet): Filters {
  if (facet === 'accessibility' || facet === 'source') {
    const { [facet]: dropped, ...rest } = filters
    return dropped ? rest : filters
  }
  if (isTerritoryFacet(facet)) {
    const { [facet]: dropped, ...territory } = filters.territory
    return dropped ? { ...filters, territory } : filters
  }
  const { [facet]: dropped, ...codes } = filters.codes
  return dropped ? { ...filters, codes } : filters
}

async function read(database: Queried, ask: Ask, { filters, facets }: Scan): Promise<FacetCounts> {
  const asked = await ask(filters)
  const [first] = facets
  if (first && isTerritoryFacet(first)) {
    const rows = await run<{ code: string; places: number }>(database, territoryFacets(asked, column(first)))
    return { [first]: rows.map(({ code, places }) => ({ code, count: places })) }
  }
  if (first === 'accessibility' && isOfAnotherKind(filters, first)) {
    return { [first]: await notRefused(database, asked) }
  }
  const silent = silentParameters(filters).find((parameter) => parameter === first)
  if (silent) {
    return { [silent]: await namedOrNone(database, ask, filters, silent) }
  }
  const declared = first === 'service' && isOfAnotherKind(filters, first)
  const facetOf = new Map(facets.map((facet) => [vocabularyNameOf(facet), facet]))
  const rows = await run<TermCount>(database, termFacets(asked, [...facetOf.keys()], declared))
  const counts: Partial<Record<Facet, FacetValue[]>> = Object.fromEntries(facets.map((facet) => [facet, []]))
  for (const { vocabulary, code, places } of rows) {
    const facet = facetOf.get(vocabulary)
    if (facet) counts[facet]?.push({ code, count: places })
  }
  return counts
}

type TermCount = { readonly vocabulary: string; readonly code: string; readonly places: number }

/**
 * Whether a value of the facet also matches places without its term, or not all places with it. Such a facet needs
 * a reading of its own.
 */
const isOfAnotherKind = (filters: Filters, facet: Facet): boolean =>
  (facet === 'accessibility' && filters.accessibilityUnknown === 'include') ||
  silentParameters(filters).some((parameter) => parameter === facet) ||
  (facet === 'service' && filters.serviceBasis === 'declared')

/**
 * Counts accessibility features if places with unknown values are included: a feature then matches all places
 * except those known not to have it.
 */
async function notRefused(database: Queried, asked: Asked): Promise<readonly FacetValue[]> {
  const [refusing, [all]] = await Promise.all([
    run<TermCount>(database, termFacets(asked, ['accessibility_absent'])),
    run<{ value: number }>(database, placeCount(asked, EVERY))
  ])
  const refused = new Map(refusing.map(({ code, places }) => [code, places]))
  return byFrequency(
    SEARCHABLE_FEATURES.map((code) => ({ code, count: (all?.value ?? 0) - (refused.get(code) ?? 0) }))
  )
}

/**
 * Counts audiences or prices if places that name none are included: each value then matches the places that have it
 * and all places that name none.
 */
async function namedOrNone(
  database: Queried,
  ask: Ask,
  filters: Filters,
  parameter: CodeParameter
): Promise<readonly FacetValue[]> {
  const none = { ...filters, codes: { ...filters.codes, [parameter]: [[]] } }
  const [naming, [unnamed]] = await Promise.all([
    run<TermCount>(database, termFacets(await ask(filters), [vocabularyNameOf(parameter)])),
    run<{ value: number }>(database, placeCount(await ask(none), EVERY))
  ])
  const named = new Map(naming.map(({ code, places }) => [code, places]))
  return byFrequency(
    codesOf(parameter).map((code) => ({ code, count: (unnamed?.value ?? 0) + (named.get(code) ?? 0) }))
  )
}

const byFrequency = (values: readonly FacetValue[]): readonly FacetValue[] =>
  values
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1))

/** The limit for an exact count: more places than there will ever be. */
const EVERY = 1_000_000_000

const vocabularyNameOf = (facet: Facet): string => {
  if (facet === 'accessibility' || facet === 'source') return facet
  return isTerritoryFacet(facet) ? '' : vocabularyOf(facet).name
}
