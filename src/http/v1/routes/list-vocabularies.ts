import type { FastifyInstance } from 'fastify'
import { VOCABULARIES } from '../../../domain/vocabularies/vocabularies.ts'
import { presentVocabulary } from '../present/vocabulary.ts'
import { VocabularyList } from '../schemas/answers.ts'
import { answering } from '../schemas/documented.ts'

export function listVocabularies(app: FastifyInstance): void {
  app.get('/v1/vocabularies', { schema: SCHEMA, config: { cost: 'none' } }, () => ({
    items: VOCABULARIES.map(presentVocabulary)
  }))
}

const SCHEMA = {
  operationId: 'listVocabularies',
  tags: ['Vocabularies'],
  summary: 'All vocabularies',
  description: 'Codes, labels in French and English, synonyms, and the wording of the national standard.',
  response: answering(VocabularyList)
}
