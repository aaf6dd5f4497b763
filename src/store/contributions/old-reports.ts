import type { Database } from '../db/database.ts'
import { clientKeysEmpty, textsEmpty, unconfirmedDelete } from './contributions.sql.ts'

/** Deletes and empties what is kept no longer. */
export async function forgetOldReports({ batch }: Pick<Database, 'batch'>, now: Date) {
  const { rowCount: deleted } = await batch.query(unconfirmedDelete(now))
  const { rowCount: keys } = await batch.query(clientKeysEmpty(now))
  const { rowCount: emptied } = await batch.query(textsEmpty(now))
  return { deleted, keys, emptied }
}
