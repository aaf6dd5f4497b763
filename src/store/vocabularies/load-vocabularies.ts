import { STORED_VOCABULARIES } from '../../domain/vocabularies/vocabularies.ts'
import type { Runner } from '../db/sql.ts'
import { vocabulariesLoad } from './vocabularies-load.sql.ts'

/**
 * Loads the vocabularies. This runs at every start; if they have not changed, it writes nothing and the data
 * version stays unchanged.
 */
export async function loadVocabularies(runner: Runner): Promise<void> {
  await runner.query(vocabulariesLoad(STORED_VOCABULARIES))
}
