import type { FacetCounts } from '../../domain/ports.ts'
import type { SearchAnswer } from '../../domain/search-places.ts'
import type { Facet } from '../../domain/search-question.ts'
import type { PlaceProperty } from '../schemas/place.ts'
import type { Wanted } from '../wanted.ts'
import { presentFeature, presentPlace } from './place.ts'

/** The label of a facet's value, in one language. */
export type LabelOf = (facet: Facet, code: string) => string

export function presentPage(answer: SearchAnswer, wanted: Wanted, next: string | null, labelOf: LabelOf) {
  const fields: readonly PlaceProperty[] | undefined = wanted.fields
  const told = {
    total: answer.total,
    ...(answer.facets && { facets: presentFacets(answer.facets, labelOf) }),
    next
  }
  return wanted.geojson
    ? {
        type: 'FeatureCollection',
        features: answer.items.map((place) => presentFeature(place, fields)),
        ...told
      }
    : { items: answer.items.map((place) => presentPlace(place, fields)), ...told }
}

function presentFacets(facets: FacetCounts, labelOf: LabelOf) {
  return Object.fromEntries(
    Object.entries(facets).map(([facet, values]) => [
      facet,
      values.map(({ code, count }) => ({ code, label: labelOf(facet as Facet, code), count }))
    ])
  )
}
