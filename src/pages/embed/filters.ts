import type { Point } from '../../domain/geo/geo.ts'
import { FILTER_PARAMETERS, type FilterParameter } from '../../domain/search/filters.ts'

/** An outline fits in no attribute, and what a map asks for takes no `min_results`. */
const UNFIT: ReadonlySet<FilterParameter> = new Set(['within', 'min_results'])

/** The API's own filters: as attributes of the component, and as parameters of the page that stands in an iframe. */
export const EMBED_FILTERS: readonly string[] = FILTER_PARAMETERS.filter((name) => !UNFIT.has(name))

/** A space between two values requires both, like a repeated parameter. In `q`, a space is only a space. */
export function embedFilters(told: (name: string) => string | null | undefined): URLSearchParams {
  const filters = new URLSearchParams()
  for (const name of EMBED_FILTERS) {
    const value = told(name)?.trim() ?? ''
    for (const each of name === 'q' ? [value] : value.split(/\s+/))
      if (each !== '') filters.append(name, each)
  }
  return filters
}

/** `radius` without a point is around the commune: what somebody who writes an attribute means. */
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

/** Whether they limit the area, so that the map shows it instead of the whole country. */
export const tellWhere = (filters: URLSearchParams): boolean => SOMEWHERE.some((name) => filters.has(name))
