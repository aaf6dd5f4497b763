import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import * as domain from '../../../domain/places/changes.ts'
import { linkNext } from '../links.ts'
import { presentChanges } from '../present/changes.ts'
import { ChangePage, ChangesQuery } from '../schemas/changes.ts'
import { answering } from '../schemas/documented.ts'

const PATH = '/v1/changes'

// What happened stays: a page with a next one will be the same tomorrow, less the places beside it. The last page
// grows, and a mirror that polls it must not be told of yesterday.
const CLOSED = 'public, max-age=86400'
const CLOSED_WITH_PLACES = 'public, max-age=60'
const OPEN = 'public, max-age=5'

export function listChanges(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: ChangesQuery }>(PATH, { schema: SCHEMA }, async ({ query }, reply) => {
    const { since, limit, include } = query
    const withPlaces = include === 'place'
    const answer = await domain.listChanges(deps, { since, limit, withPlaces })
    const next = answer.more ? addressOf(deps.config.PUBLIC_URL, answer.cursor, query) : null
    linkNext(reply, next)
    const closed = withPlaces ? CLOSED_WITH_PLACES : CLOSED
    return reply
      .header('cache-control', answer.more ? closed : OPEN)
      .type('application/json; charset=utf-8')
      .send(presentChanges(answer, next, withPlaces))
  })
}

function addressOf(base: string | undefined, since: string, { limit, include }: ChangesQuery): string {
  const query = new URLSearchParams({ since, limit: String(limit), ...(include && { include }) })
  return `${base ?? ''}${PATH}?${query}`
}

const SCHEMA = {
  operationId: 'listChanges',
  tags: ['Places'],
  summary: 'What has changed since',
  description:
    'Every creation, update, withdrawal, return and merge, oldest first, each exactly once, in the order in which they were committed. To mirror the directory: take the cursor of `since=now`, read an export, then follow the changes from that cursor, and poll with the last `cursor` ever after.',
  querystring: ChangesQuery,
  response: answering(ChangePage)
}
