import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import * as search from '../../../domain/search/search-places.ts'
import { READING_NOW } from '../../shell/plugins/representation.ts'
import { answerPage, refuseBesideCursor } from '../answer-page.ts'
import { costOfSearch } from '../cost.ts'
import { pageAnswers } from '../schemas/documented.ts'
import { SearchQuery } from '../schemas/search-query.ts'
import { toQuestion } from '../to-question.ts'

const PATH = '/v1/places'

export function searchPlaces(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: SearchQuery }>(
    PATH,
    { schema: SCHEMA, config: { cacheControl: READING_NOW, cost: costOfSearch } },
    async (request, reply) => {
      const { query } = request
      if (query.cursor !== undefined) refuseBesideCursor(query)
      const answer =
        query.cursor === undefined
          ? await search.searchPlaces(deps, toQuestion(query, deps.clock()))
          : await search.continueSearch(deps, query.cursor)
      return answerPage(deps, request, reply, { query, path: PATH, answer })
    }
  )
}

const SCHEMA = {
  operationId: 'searchPlaces',
  tags: ['Places'],
  summary: 'Search places',
  description:
    'All filters are optional and can be combined. A comma within a parameter means *or*; a repeated parameter means *and*; different parameters are combined by *and*. Filters exclude places, the words of `q` do not: sorted by relevance, places that fit all words come with those that fit some, and `total` and facets count only those that fit all of them within how far the answer looks (`within`). In any other order, the answer contains only places that fit.',
  querystring: SearchQuery,
  response: pageAnswers
}
