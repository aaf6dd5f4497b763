import type { SearchDeps } from '../ports.ts'
import type { Filters } from '../search-question.ts'
import type { Reach } from './radius.ts'
import { startsOf } from './search-where.ts'

/**
 * Whether the search chooses its own radius: it starts from a point, and no radius, box or outline is given.
 */
export const looks = ({ radius, bbox, within, where }: Filters): boolean =>
  radius === undefined && !bbox && !within && startsOf(where).length > 0

/** Whether places beyond the radius are left out of the counts. */
const isLimited = ({ where }: Filters): boolean => where?.kind === 'around' && !where.demanded

/** The filters for counts and facets, limited to the radius of the answer. */
export const countedWithin = (filters: Filters, reach: Reach | null): Filters =>
  reach && isLimited(filters) ? { ...filters, reachM: reach.radiusM } : filters

/** Like `countedWithin`, for filters whose radius has not been computed yet. */
export async function withinReach(
  { places }: Pick<SearchDeps, 'places'>,
  filters: Filters
): Promise<Filters> {
  const reach = looks(filters) && isLimited(filters) ? await places.reach(filters) : null
  return countedWithin(filters, reach)
}
