import { readConfig } from '../../config.ts'
import { prepareDirectory } from '../../prepare-directory.ts'
import { type Database, openDatabase } from '../../store/db/database.ts'

/** Any command may be the first to use a database, so each one brings it up to date before its work. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig())
  try {
    await prepareDirectory(database)
    return await work(database)
  } finally {
    await database.close()
  }
}
