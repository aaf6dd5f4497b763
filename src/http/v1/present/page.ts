import type { FacetCounts } from '../../../domain/search/ports.ts'
import type { SearchAnswer } from '../../../domain/search/search-places.ts'
import type { Facet } from '../../../domain/search/search-question.ts'
import type { PlaceProperty } from '../schemas/place.ts'
import type { AnswerFormat } from './answer-format.ts'
import type { Highlights } from './highlights.ts'
import { presentInterpreted } from './interpreted.ts'
import { presentFeature, presentPlace } from './place.ts'

/** The label of a facet's value, in one language. */
export type LabelOf = (facet: Facet, code: string) => string

/** Further parts of a page. */
type PageExtras = {
  readonly next: string | null
  readonly instead: readonly object[] | null
  /** Null if not requested. */
  readonly highlights: ReadonlyMap<string, Highlights> | null
}

/** The JSON of a page. */
export function presentPage(
  answer: SearchAnswer,
  format: AnswerFormat,
  labelOf: LabelOf,
  { next, instead, highlights }: PageExtras
): string {
  const fields: readonly PlaceProperty[] | undefined = format.fields
  const rest = JSON.stringify({
    total: answer.total,
    ...(answer.facets && { facets: presentFacets(answer.facets, labelOf) }),
    ...(answer.words && { interpreted: presentInterpreted(answer.words, format.lang) }),
    ...(instead && { instead }),
    next
  }).slice(1)
  const present = format.geojson ? presentFeature : presentPlace
  const places = answer.items.map((place) =>
    present(place, fields, highlights ? (highlights.get(place.id) ?? []) : undefined)
  )
  const list = `[${places.join(',')}]`
  return format.geojson
    ? `{"type":"FeatureCollection","features":${list},${rest}`
    : `{"items":${list},${rest}`
}

function presentFacets(facets: FacetCounts, labelOf: LabelOf) {
  return Object.fromEntries(
    Object.entries(facets).map(([facet, values]) => [
      facet,
      values.map(({ code, count }) => ({ code, label: labelOf(facet as Facet, code), count }))
    ])
  )
}
