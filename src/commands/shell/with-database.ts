import { readConfig } from '../../config.ts'
import { prepareDirectory } from '../../prepare-directory.ts'
import { type Database, openDatabase } from '../../store/db/database.ts'

/**
 * Opens the database for the work of a command. It first brings the database up to date, because any command may be
 * the first to use it.
 */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig())
  try {
    await prepareDirectory(database)
    return await work(database)
  } finally {
    await database.close()
  }
}
