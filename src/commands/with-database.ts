import { readConfig } from '../config.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { loadTerritories } from '../store/load-territories.ts'
import { loadVocabularies } from '../store/load-vocabularies.ts'
import { migrate } from '../store/migrate.ts'

/** Any command may be the first that a database ever sees, so each brings it up to date before its work. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig())
  try {
    await migrate(database.batch)
    await loadVocabularies(database.batch)
    await loadTerritories(database.batch)
    return await work(database)
  } finally {
    await database.close()
  }
}
