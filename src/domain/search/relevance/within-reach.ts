import type { SearchDeps } from '../ports.ts'
import type { Filters } from '../search-question.ts'
import type { Reach } from './radius.ts'
import { startsOf } from './search-where.ts'

/** Whether an answer looks so far and no further: it starts from a point, and is not told how far. */
export const looks = ({ radius, bbox, within, where }: Filters): boolean =>
  radius === undefined && !bbox && !within && startsOf(where).length > 0

/** Whether what lies beyond is not counted. */
const isLimited = ({ where }: Filters): boolean => where?.kind === 'around' && !where.demanded

/** The same filters, of what is counted: within how far the answer looks. */
export const countedWithin = (filters: Filters, reach: Reach | null): Filters =>
  reach && isLimited(filters) ? { ...filters, reachM: reach.radiusM } : filters

/** The same, if nobody has found out yet how far that is. */
export async function withinReach(
  { places }: Pick<SearchDeps, 'places'>,
  filters: Filters
): Promise<Filters> {
  const reach = looks(filters) && isLimited(filters) ? await places.reach(filters) : null
  return countedWithin(filters, reach)
}
