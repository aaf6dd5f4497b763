import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../deps.ts'
import { type InputFault, invalidInput } from '../../domain/errors.ts'
import type { SearchAnswer } from '../../domain/search/search-places.ts'
import { linkNext, nextPage } from './links.ts'
import { type AnswerFormat, applyFormat, readFormat } from './present/answer-format.ts'
import { fitsOf } from './present/fit.ts'
import { highlightsOf } from './present/highlights.ts'
import { presentInstead } from './present/instead.ts'
import { labelling } from './present/labels.ts'
import { presentPage } from './present/page.ts'
import { type Added, closedIn } from './present/place.ts'
import type { SearchQuery } from './schemas/search-query.ts'

/** Sends a page of places in the requested format, with the link to the next page. */
export async function answerPage(
  deps: Pick<Deps, 'config' | 'facetNames' | 'places' | 'stems' | 'reportedClosed'>,
  request: FastifyRequest,
  reply: FastifyReply,
  {
    query,
    path,
    answer
  }: { readonly query: SearchQuery; readonly path: string; readonly answer: SearchAnswer }
): Promise<unknown> {
  const format = readFormat(request, query)
  const next = nextPage(deps.config.PUBLIC_URL, path, answer.next, query)
  const nameOf = answer.facets ? await deps.facetNames() : () => undefined
  linkNext(reply, next)
  applyFormat(reply, format)
  const requested = request.method === 'POST' ? null : request.url
  const instead = answer.instead && presentInstead(answer.instead, requested, deps.config.PUBLIC_URL ?? '')
  const added = await addedTo(deps, answer, format)
  return presentPage(answer, format, labelling(format.lang, nameOf), { next, instead, added })
}

/** Properties that no place has by itself; most are computed only if `fields` lists them. */
async function addedTo(
  { places, stems, reportedClosed }: Pick<Deps, 'places' | 'stems' | 'reportedClosed'>,
  answer: SearchAnswer,
  { fields, lang }: AnswerFormat
): Promise<ReadonlyMap<string, Added>> {
  const highlights = fields?.includes('highlights') ? await highlightsOf(stems, answer, lang) : null
  const asksFit = fields?.includes('fit') || fields?.includes('fits')
  const fits = asksFit ? await fitsOf(places, answer) : null
  const closed = await reportedClosed()
  return new Map(
    answer.items.map(({ id }) => [
      id,
      {
        ...(highlights && { highlights: highlights.get(id) ?? [] }),
        ...(fits && fields?.includes('fit') && { fit: fits.get(id)?.fit ?? [] }),
        ...(fits && fields?.includes('fits') && { fits: fits.get(id)?.fits ?? true }),
        ...closedIn(closed, id, fields)
      }
    ])
  )
}

/** Parameters allowed beside a cursor: the format may change from page to page, but the search may not. */
const BESIDE_CURSOR = new Set(['cursor', 'fields', 'lang', 'format'])

/**
 * Throws `invalidInput` if a filter is given with a cursor: it would be ignored, and no input is ignored
 * silently.
 */
export function refuseBesideCursor(query: SearchQuery, other: Readonly<Record<string, unknown>> = {}): void {
  const beside = Object.entries({ ...query, ...other }).filter(
    ([name, value]) => value !== undefined && !BESIDE_CURSOR.has(name)
  )
  const faults = beside.map(
    ([parameter]): InputFault => ({
      parameter,
      detail: 'The cursor contains the whole search: leave this parameter out.'
    })
  )
  if (faults.length > 0) throw invalidInput(faults)
}
