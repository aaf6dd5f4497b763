import type { Instead } from '../../../domain/search/instead.ts'

/** Parameters that make no sense without another. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  radius: ['min_results'],
  open_at: ['open_between', 'open_unknown'],
  accessibility: ['accessibility_unknown']
}

/** The nearest questions that have answers, each as the request that asks it; null for one that no address holds. */
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
    for (const name of [parameter, ...(COMPANIONS[parameter] ?? [])]) url.searchParams.delete(name)
  }
  if (q !== null) url.searchParams.set('q', q)
  else if (url.searchParams.get('sort') === 'relevance') url.searchParams.delete('sort')
  return `${url.pathname}${url.search}`
}
