import type { Vocabulary } from './term.ts'

/**
 * The vocabulary of directories. It has no terms in the code: the slug of a directory becomes a term when the
 * directory is registered in the database.
 */
export const SOURCES: Vocabulary = {
  name: 'source',
  parameter: 'source',
  fr: 'Sources',
  en: 'Sources',
  terms: []
}
