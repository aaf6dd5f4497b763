import type { FacetCounts } from '../../domain/ports.ts'
import type { Source } from '../../domain/source.ts'

export function presentSource(source: Source, { source: counts = [] }: FacetCounts) {
  return {
    slug: source.slug,
    name: source.name,
    licence: source.licence,
    homepage: source.homepage,
    places: counts.find(({ code }) => code === source.slug)?.count ?? 0,
    last_run: source.lastRun,
    fresh_on: source.freshOn
  }
}
