import type { Count, FacetCounts } from '../../../domain/search/ports.ts'
import type { Reach } from '../../../domain/search/relevance/radius.ts'
import type { SearchAnswer } from '../../../domain/search/search-places.ts'
import type { Facet } from '../../../domain/search/search-question.ts'
import type { PlaceProperty } from '../schemas/place.ts'
import type { AnswerFormat } from './answer-format.ts'
import { presentInterpreted } from './interpreted.ts'
import { type Added, presentFeature, presentPlace } from './place.ts'

/** The label of a facet's value, in one language. */
export type LabelOf = (facet: Facet, code: string) => string

/** Further parts of a page. */
type PageExtras = {
  readonly next: string | null
  readonly instead: readonly object[] | null
  /** By place id. */
  readonly added: ReadonlyMap<string, Added>
}

/** The JSON of a page. */
export function presentPage(
  answer: SearchAnswer,
  format: AnswerFormat,
  labelOf: LabelOf,
  { next, instead, added }: PageExtras
): string {
  const fields: readonly PlaceProperty[] | undefined = format.fields
  const rest = JSON.stringify({
    total: answer.total,
    ...(answer.within && { within: presentWithin(answer.within, answer.total) }),
    ...(answer.facets && { facets: presentFacets(answer.facets, labelOf) }),
    ...(answer.words && { interpreted: presentInterpreted(answer.words, format.lang) }),
    ...(instead && { instead }),
    next
  }).slice(1)
  const present = format.geojson ? presentFeature : presentPlace
  const places = answer.items.map((place) => present(place, fields, added.get(place.id)))
  const list = `[${places.join(',')}]`
  return format.geojson
    ? `{"type":"FeatureCollection","features":${list},${rest}`
    : `{"items":${list},${rest}`
}

const presentWithin = ({ radiusM, nearestM }: Reach, total: Count | null) => ({
  radius_m: radiusM,
  count: total?.value ?? null,
  nearest_m: nearestM === null ? null : Math.round(nearestM)
})

function presentFacets(facets: FacetCounts, labelOf: LabelOf) {
  return Object.fromEntries(
    Object.entries(facets).map(([facet, values]) => [
      facet,
      values.map(({ code, count }) => ({ code, label: labelOf(facet as Facet, code), count }))
    ])
  )
}
