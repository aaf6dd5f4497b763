import type { Point } from '../../domain/geo/geo.ts'
import { FILTER_PARAMETERS, type FilterParameter } from '../../domain/search/filters.ts'

/**
 * Filters that an embedded map cannot have: an outline does not fit in an attribute, and the requests of a map do not
 * accept `min_results`.
 */
const UNFIT: ReadonlySet<FilterParameter> = new Set(['within', 'min_results'])

/** The API's filters that an embedded map can have: attributes of the component, parameters of the iframe's page. */
export const EMBED_FILTERS: readonly string[] = FILTER_PARAMETERS.filter((name) => !UNFIT.has(name))

/** A space between two values means that both are required, like a repeated parameter; in `q` it is just a space. */
export function embedFilters(told: (name: string) => string | null | undefined): URLSearchParams {
  const filters = new URLSearchParams()
  for (const name of EMBED_FILTERS) {
    const value = told(name)?.trim() ?? ''
    for (const each of name === 'q' ? [value] : value.split(/\s+/))
      if (each !== '') filters.append(name, each)
  }
  return filters
}

/** Measures a `radius` without a point from the centre of the commune, as authors of the attributes expect. */
export async function aroundCommune(
  filters: URLSearchParams,
  centreOf: (commune: string) => Promise<Point | null>
): Promise<URLSearchParams> {
  const commune = filters.get('commune')
  if (!filters.has('radius') || filters.has('lat') || commune === null) return filters
  const centre = await centreOf(commune)
  const around = new URLSearchParams(filters)
  around.delete(centre ? 'commune' : 'radius')
  for (const [name, degrees] of Object.entries(centre ?? {})) around.set(name, String(degrees))
  return around
}

/** The radius in kilometres, for the heading; empty without a radius. */
export function radiusIn(filters: URLSearchParams): { readonly radius?: string } {
  const metres = Number(filters.get('radius') ?? 0)
  return metres > 0 ? { radius: String(metres / 1_000) } : {}
}

const SOMEWHERE = ['q', 'commune', 'postcode', 'epci', 'department', 'region', 'lat', 'bbox']

/** Whether the filters limit the area, so that the map shows this area instead of the whole country. */
export const tellWhere = (filters: URLSearchParams): boolean => SOMEWHERE.some((name) => filters.has(name))
