import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { vocabularyNotFound } from '../../../domain/errors.ts'
import { VOCABULARIES } from '../../../domain/vocabularies/vocabularies.ts'
import { presentVocabulary } from '../present/vocabulary.ts'
import { Vocabulary } from '../schemas/answers.ts'
import { answering } from '../schemas/documented.ts'

const Path = z.strictObject({
  name: z
    .string()
    .max(100)
    .meta({ description: 'Name of the vocabulary.', examples: ['services'] })
})
type Path = z.output<typeof Path>

export function getVocabulary(app: FastifyInstance): void {
  app.get<{ Params: Path }>(
    '/v1/vocabularies/:name',
    { schema: SCHEMA, config: { cost: 'none' } },
    ({ params }) => {
      const vocabulary = VOCABULARIES.find(({ name }) => name === params.name)
      if (!vocabulary) throw vocabularyNotFound(params.name)
      return presentVocabulary(vocabulary)
    }
  )
}

const SCHEMA = {
  operationId: 'getVocabulary',
  tags: ['Vocabularies'],
  summary: 'One vocabulary',
  description: 'Codes, labels, synonyms and the wording of the national standard.',
  params: Path,
  response: answering(Vocabulary, 404)
}
