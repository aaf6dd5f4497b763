import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../../domain/language.ts'
import type { PlaceProperty } from '../schemas/place.ts'
import type { ShapeQuery } from '../schemas/search-query.ts'

/** The format and language that the caller wants. */
export type AnswerFormat = {
  readonly geojson: boolean
  readonly lang: Language
  readonly fields?: readonly PlaceProperty[]
}

/** Reads `format` and `lang`, otherwise the request's headers; the default is JSON and French. */
export function readFormat(
  request: FastifyRequest,
  query: Pick<ShapeQuery, 'fields' | 'lang' | 'format'>
): AnswerFormat {
  const { fields, format } = query
  return {
    geojson: format
      ? format === 'geojson'
      : request.type(['json', 'application/geo+json']) === 'application/geo+json',
    lang: query.lang ?? (request.language(['fr', 'en']) === 'en' ? 'en' : 'fr'),
    ...(fields && { fields })
  }
}

export function applyFormat(reply: FastifyReply, { geojson, lang }: AnswerFormat): FastifyReply {
  return reply
    .type(geojson ? 'application/geo+json; charset=utf-8' : 'application/json; charset=utf-8')
    .header('content-language', lang)
}
