import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import * as domain from '../../../domain/places/changes.ts'
import { linkNext } from '../links.ts'
import { presentChanges } from '../present/changes.ts'
import { ChangePage, ChangesQuery } from '../schemas/changes.ts'
import { answering } from '../schemas/documented.ts'

const PATH = '/v1/changes'

// Past changes stay the same: a page that has a next page will be the same tomorrow, except for the places included
// in it. The last page grows, and a mirror that polls it must not get a stale copy.
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
  summary: 'Changes since a given point',
  description:
    'Every creation, update, withdrawal, restoration and merge, oldest first, each exactly once, in the order of the commits. To mirror the directory, take the cursor of `since=now`, download an export, then follow the changes from that cursor, and keep polling with the last `cursor` you received.',
  querystring: ChangesQuery,
  response: answering(ChangePage)
}
