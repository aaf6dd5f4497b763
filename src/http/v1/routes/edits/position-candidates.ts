import type { FastifyInstance } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Deps } from '../../../../deps.ts'
import { positionCandidates } from '../../../../domain/edits/position-candidates.ts'
import { permission } from '../../../../domain/permissions.ts'
import { HttpProblem } from '../../../shell/http-problem.ts'
import { problemAnswer } from '../../../shell/problem-schema.ts'
import { PlacePath } from '../../schemas/documented.ts'
import { privateAnswers } from '../../schemas/people/accounts.ts'
import { PositionCandidates, PositionQuery } from '../../schemas/people/positions.ts'
import { BY_SESSION, ownerOf } from '../accounts/own.ts'

/**
 * Searches of one account, whether it asks by the page or by the API. A person needs a few for one place; the geocoder
 * counts those of all managers together, and refuses all of them if one asks too often.
 */
const SEARCHES = { points: 10, duration: 60 }

export function findPositions(app: FastifyInstance, { positions }: Deps): void {
  const used = new RateLimiterMemory(SEARCHES)
  app.get<{ Params: PlacePath; Querystring: PositionQuery }>(
    '/v1/places/:id/position-candidates',
    { schema: SCHEMA, config: OPTIONS },
    async ({ params: { id }, query: { address }, actor }) => {
      await count(used, ownerOf(actor).id)
      const { provider, candidates } = await positionCandidates(positions, id, address)
      return {
        geocoder: provider,
        items: candidates.map(({ distance, isFar, ...candidate }) => ({
          ...candidate,
          distance_m: distance,
          needs_moderator: isFar
        }))
      }
    }
  )
}

async function count(used: RateLimiterMemory, account: string): Promise<void> {
  try {
    await used.consume(account)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw new HttpProblem(
      'quota-exceeded',
      `More than ${SEARCHES.points} searches for addresses in ${SEARCHES.duration} seconds.`,
      { retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) }
    )
  }
}

/** It waits for the geocoder, so it takes no turn at the database meanwhile. */
const OPTIONS = {
  cost: 'none',
  cacheControl: 'private, no-store',
  may: ({ id = '' }: Readonly<Record<string, string>>) => permission('places:edit', { place: [id] })
} as const

const SCHEMA = {
  operationId: 'findPositionCandidates',
  tags: ['Contributions'],
  summary: 'Positions that an address may have',
  description: `For managers of a place: looks for an address with the geocoder of this directory. Nothing is saved; a candidate is set as \`location\` by \`PATCH /v1/places/{id}\`, or proposed if \`needs_moderator\` is true. Each account may search ${SEARCHES.points} times a minute.`,
  security: BY_SESSION,
  params: PlacePath,
  querystring: PositionQuery,
  response: {
    ...privateAnswers(200, PositionCandidates, 404),
    410: problemAnswer('The place has been withdrawn.'),
    503: problemAnswer('The geocoder or the database does not answer.')
  }
}
