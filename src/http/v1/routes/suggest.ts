import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../../deps.ts'
import { senselessQuestion } from '../../../domain/errors.ts'
import * as domain from '../../../domain/search/suggest.ts'
import { readFormat } from '../present/answer-format.ts'
import { answering } from '../schemas/documented.ts'
import { text, whole } from '../schemas/parameters.ts'
import { FilterQuery, ShapeQuery } from '../schemas/search-query.ts'
import { SuggestionList } from '../schemas/suggestions.ts'

const { lat, lon } = FilterQuery.shape
const Query = z.strictObject({
  q: text(500, { description: 'The text typed so far.', examples: ['fab lab ly'] }),
  lat,
  lon,
  limit: whole(1, 20, {
    description: 'Maximum number of suggestions; 8 by default.',
    examples: [5]
  }).optional(),
  lang: ShapeQuery.shape.lang
})
type Query = z.output<typeof Query>

const LIMIT = 8

export function suggest(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: Query }>(
    '/v1/suggest',
    { schema: SCHEMA, config: { cost: 'cheap' } },
    async (request) => {
      const { q, lat, lon, limit = LIMIT } = request.query
      if ((lat === undefined) !== (lon === undefined)) {
        const lacking = lat === undefined ? 'lat' : 'lon'
        throw senselessQuestion([
          { parameter: lacking, detail: `${lacking} is required with ${lacking === 'lat' ? 'lon' : 'lat'}.` }
        ])
      }
      const near = lat === undefined || lon === undefined ? null : { lat, lon }
      const { lang } = readFormat(request, request.query)
      const items = await domain.suggest(deps, { q, near, limit })
      return { items: items.map((each) => presentSuggestion(each, lang, near, deps.config.PUBLIC_URL ?? '')) }
    }
  )
}

function presentSuggestion(
  { kind, code, label, detail, matched, distance, parameters }: domain.Suggestion,
  lang: 'fr' | 'en',
  near: { readonly lat: number; readonly lon: number } | null,
  base: string
) {
  const point = near && { lat: String(near.lat), lon: String(near.lon) }
  const search = { ...parameters, ...point }
  const url = kind === 'place' ? `/v1/places/${code}` : `/v1/places?${new URLSearchParams(search)}`
  return {
    kind,
    code,
    label: label[lang],
    detail,
    matched,
    distance_m: distance,
    parameters: search,
    url: `${base}${url}`
  }
}

const SCHEMA = {
  operationId: 'suggest',
  tags: ['Places'],
  summary: 'Suggestions while typing',
  description:
    'Places, services, types, audiences, labels, communes, intercommunalities, départements and régions in one list, the likeliest first. If a point is given, results near it come before distant ones. Spelling mistakes are tolerated.',
  querystring: Query,
  response: answering(SuggestionList, 422)
}
