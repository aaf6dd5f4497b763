import type { Database } from './store/db/database.ts'
import { lockMigrations, migrate } from './store/db/migrate.ts'
import { inTransaction } from './store/db/transaction.ts'
import { loadTerritories } from './store/territories/load-territories.ts'
import { loadVocabularies } from './store/vocabularies/load-vocabularies.ts'

/**
 * Brings the database up to date for this version of the program, and returns the names of the migrations it
 * applied. It runs at every start; if nothing is missing, it only sends a few short queries.
 */
export async function prepareDirectory({ batch }: Pick<Database, 'batch'>): Promise<readonly string[]> {
  const applied = await migrate(batch)
  await inTransaction(batch, async (client) => {
    // Several processes may start at once on one server. The first process loads the data, and the others wait and
    // find it loaded.
    await lockMigrations(client)
    await loadVocabularies(client)
    await loadTerritories(client)
  })
  return applied
}
