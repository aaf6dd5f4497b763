import type { Vocabulary } from './term.ts'

/**
 * Empty in the code: the slug of a directory becomes a term when the directory is registered in the database.
 */
export const SOURCES: Vocabulary = {
  name: 'source',
  parameter: 'source',
  fr: 'Sources',
  en: 'Sources',
  terms: []
}
