import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { similarPlaces } from '../../../../domain/contributions/similar-places.ts'
import { answering } from '../../schemas/documented.ts'
import { TEXTS_MOST_BYTES } from '../../schemas/people/fields.ts'
import { NewPlace, SimilarPlaces } from '../../schemas/people/new-place.ts'

export function findSimilar(app: FastifyInstance, { contributions }: Deps): void {
  app.post<{ Body: NewPlace }>('/v1/places/similar', OPTIONS, async ({ body }) => ({
    items: (await similarPlaces(contributions, body)).map(({ place, isSame }) => ({
      id: place.id,
      name: place.display_name,
      types: place.types,
      street: place.address.street,
      postcode: place.address.postcode,
      city: place.address.city,
      same: isSame
    }))
  }))
}

const SCHEMA = {
  operationId: 'findSimilarPlaces',
  tags: ['Contributions'],
  summary: 'Places that a proposed one may be',
  description:
    'Reads only. Compares by the rules by which imports recognise places; ask it before you propose a place with `POST /v1/contributions`.',
  body: NewPlace,
  response: answering(SimilarPlaces, 413, 415, 422)
}

const OPTIONS = { schema: SCHEMA, bodyLimit: TEXTS_MOST_BYTES, config: { cost: 'question' } } as const
