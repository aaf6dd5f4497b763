import type { SearchDeps } from '../ports.ts'
import type { Filters } from '../search-question.ts'
import { startsOf } from './search-where.ts'

/** Whether an answer looks so far and no further: it starts from a point, and is not told how far. */
export const looks = ({ radius, bbox, within, where }: Filters): boolean =>
  radius === undefined && !bbox && !within && startsOf(where).length > 0

/** The same filters, of what is counted: within how far the answer looks. */
export async function withinReach(
  { places }: Pick<SearchDeps, 'places'>,
  filters: Filters
): Promise<Filters> {
  const reach = looks(filters) ? await places.reach(filters) : null
  return reach ? { ...filters, reachM: reach.radiusM } : filters
}
