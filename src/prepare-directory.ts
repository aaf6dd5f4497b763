import type { Database } from './store/db/database.ts'
import { lockMigrations, migrate } from './store/db/migrate.ts'
import { inTransaction } from './store/db/transaction.ts'
import { loadTerritories } from './store/territories/load-territories.ts'
import { loadVocabularies } from './store/vocabularies/load-vocabularies.ts'

/**
 * Brings the database to what this version of the program needs, and tells the migrations it applied. Run at
 * every start: where nothing is missing it asks a few short questions.
 */
export async function prepareDirectory({ batch }: Pick<Database, 'batch'>): Promise<readonly string[]> {
  const applied = await migrate(batch)
  await inTransaction(batch, async (client) => {
    // Several processes may start at once on one server: one loads, the others find it loaded.
    await lockMigrations(client)
    await loadVocabularies(client)
    await loadTerritories(client)
  })
  return applied
}
