import { STORED_VOCABULARIES } from '../domain/vocabularies/vocabularies.ts'
import { vocabulariesLoad } from './queries/vocabularies-load.sql.ts'
import type { Runner } from './sql.ts'

/** Run at every start: it changes nothing, not even the data's version, when nothing has changed. */
export async function loadVocabularies(runner: Runner): Promise<void> {
  await runner.query(vocabulariesLoad(STORED_VOCABULARIES))
}
