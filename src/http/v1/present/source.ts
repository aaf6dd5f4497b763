import type { Source } from '../../../domain/imports/source.ts'
import type { FacetCounts } from '../../../domain/search/ports.ts'

/** The source, with the columns and values of its last file that could not be mapped. */
export const presentSourceWhole = (source: Source, counts: FacetCounts) => ({
  ...presentSource(source, counts),
  unmapped: source.unmapped
})

export function presentSource(source: Source, { source: counts = [] }: FacetCounts) {
  return {
    slug: source.slug,
    name: source.name,
    licence: source.licence,
    homepage: source.homepage,
    places: counts.find(({ code }) => code === source.slug)?.count ?? 0,
    last_run: source.lastRun,
    last_success: source.lastSuccess,
    fresh_on: source.freshOn
  }
}
