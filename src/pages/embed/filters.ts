import type { Point } from '../../domain/geo/geo.ts'
import { FILTER_PARAMETERS, type FilterParameter } from '../../domain/search/filters.ts'

/**
 * Filters of the API that an embedded map does not offer: an outline is too long for an attribute, and the requests
 * of a map do not accept `min_results`.
 */
const UNFIT: ReadonlySet<FilterParameter> = new Set(['within', 'min_results'])

/**
 * The filters of the API that an embedded map offers, as attributes of the component and parameters of the iframe's
 * page.
 */
export const EMBED_FILTERS: readonly string[] = FILTER_PARAMETERS.filter((name) => !UNFIT.has(name))

/**
 * Reads the filters. A space between two values means that both are required, like a repeated parameter; in `q` it
 * is just a space.
 */
export function embedFilters(told: (name: string) => string | null | undefined): URLSearchParams {
  const filters = new URLSearchParams()
  for (const name of EMBED_FILTERS) {
    const value = told(name)?.trim() ?? ''
    for (const each of name === 'q' ? [value] : value.split(/\s+/))
      if (each !== '') filters.append(name, each)
  }
  return filters
}

/**
 * Measures from the centre of the commune in the filters, if there is no point. With a `radius`, the centre replaces the
 * commune, because authors of the attributes expect the radius to be measured from it; otherwise it only puts the
 * nearest places first. The API knows where words start from.
 */
export async function aroundCommune(
  filters: URLSearchParams,
  centreOf: (commune: string) => Promise<Point | null>
): Promise<URLSearchParams> {
  const commune = filters.get('commune')
  const hasRadius = filters.has('radius')
  if (filters.has('lat') || commune === null || (filters.has('q') && !hasRadius)) return filters
  const centre = await centreOf(commune)
  const around = new URLSearchParams(filters)
  if (hasRadius) around.delete(centre ? 'commune' : 'radius')
  for (const [name, degrees] of Object.entries(centre ?? {})) around.set(name, String(degrees))
  return around
}

/** The radius in kilometres, for the heading; an empty object if there is no radius. */
export function radiusIn(filters: URLSearchParams): { readonly radius?: string } {
  const metres = Number(filters.get('radius') ?? 0)
  return metres > 0 ? { radius: String(metres / 1_000) } : {}
}

/** The filters that limit a map to a territory, which it then shows instead of the whole country. */
export const LIMITS = ['commune', 'postcode', 'epci', 'department', 'region'] as const
