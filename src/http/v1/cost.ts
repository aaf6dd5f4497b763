import type { FastifyReply, FastifyRequest } from 'fastify'
import { WIDE_ZOOM } from '../../domain/geo/map-grid.ts'
import type { WhenCold } from '../../domain/search/ports.ts'
import type { SearchBody } from './schemas/search-body.ts'
import type { FilterQuery, SearchQuery } from './schemas/search-query.ts'

/** Facets and exact totals read everything that matches, the rest of a search only the first places. */
const isHeavy = ({ facets, total }: Pick<SearchQuery, 'facets' | 'total'>): boolean =>
  facets !== undefined || total === 'exact' || total === 'true'

export const costOfSearch = ({ query }: FastifyRequest) =>
  isHeavy(query as SearchQuery) ? 'heavy' : 'question'

export const costOfSearchByBody = ({ body }: FastifyRequest) => {
  const { query, within } = body as SearchBody
  return within !== undefined || isHeavy(query) ? 'heavy' : 'question'
}

/** From this zoom on, a map shows a town; before, many towns. */
const TOWN_ZOOM = 10

/**
 * A map of a country is answered from memory, so it takes its turns itself: to read its filters, and to count if that
 * has never been done for them.
 */
export function costOfMap(zoom: number) {
  if (zoom <= WIDE_ZOOM) return 'none'
  return zoom < TOWN_ZOOM ? 'heavy' : 'question'
}

/** Reads the filters of a map, which takes a turn unless the request has one. Words have to be looked up. */
export const inMapTurn = <Value>(
  reply: FastifyReply,
  zoom: number,
  { q }: FilterQuery,
  work: () => Promise<Value>
): Promise<Value> => (zoom <= WIDE_ZOOM ? reply.inTurn(q === undefined ? 'cheap' : 'question', work) : work())

/** Counts in the lane of the maps, which no connection for questions waits for. */
export const countingOf =
  (reply: FastifyReply): WhenCold =>
  (work) =>
    reply.inTurn('map', work)
