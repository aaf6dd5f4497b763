import { STORED_VOCABULARIES } from '../../domain/vocabularies/vocabularies.ts'
import type { Runner } from '../db/sql.ts'
import { vocabulariesLoad } from './vocabularies-load.sql.ts'

/** Run at every start: it changes nothing, not even the data's version, when nothing has changed. */
export async function loadVocabularies(runner: Runner): Promise<void> {
  await runner.query(vocabulariesLoad(STORED_VOCABULARIES))
}
