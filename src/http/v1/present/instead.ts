import { companionsOf } from '../../../domain/search/filters.ts'
import type { Instead } from '../../../domain/search/instead.ts'

/**
 * The most similar questions that have answers, each with its address. The address is null if the original question
 * was sent in a body.
 */
export function presentInstead(found: readonly Instead[], requested: string | null, base: string) {
  return found.map(({ without, q, total }) => ({
    without,
    q,
    total,
    url: requested === null ? null : `${base}${addressOf(requested, { without, q })}`
  }))
}

function addressOf(requested: string, { without, q }: Pick<Instead, 'without' | 'q'>): string {
  const url = new URL(requested, 'http://any')
  for (const { parameter } of without) {
    for (const name of [parameter, ...companionsOf(parameter)]) url.searchParams.delete(name)
  }
  if (q !== null) url.searchParams.set('q', q)
  else if (url.searchParams.get('sort') === 'relevance') url.searchParams.delete('sort')
  return `${url.pathname}${url.search}`
}
