import { STORED_VOCABULARIES } from '../../domain/vocabularies/vocabularies.ts'
import type { Runner } from '../db/sql.ts'
import { vocabulariesLoad } from './vocabularies-load.sql.ts'

/** Runs at every start. If the vocabularies are the same, nothing changes, not even the data version. */
export async function loadVocabularies(runner: Runner): Promise<void> {
  await runner.query(vocabulariesLoad(STORED_VOCABULARIES))
}
