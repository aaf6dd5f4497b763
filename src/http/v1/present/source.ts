import type { Source } from '../../../domain/imports/source.ts'
import type { FacetCounts } from '../../../domain/search/ports.ts'

/** The source, with the columns and values of its last file that could not be mapped. */
export const presentSourceWhole = (source: Source, counts: FacetCounts) => ({
  ...presentSource(source, counts),
  unmapped: source.unmapped
})

/** Maximum share of the records of a source that may list a place a second time by mistake. */
const MISTAKES = 0.02

export function presentSource(source: Source, { source: counts = [] }: FacetCounts) {
  const { slug, records } = source
  const places = counts.find(({ code }) => code === slug)?.count ?? 0
  return {
    slug,
    name: source.name,
    licence: source.licence,
    homepage: source.homepage,
    places,
    records,
    one_id_is_one_place: records === null || records === 0 ? null : records - places <= records * MISTAKES,
    last_run: source.lastRun,
    last_success: source.lastSuccess,
    fresh_on: source.freshOn
  }
}
