import { dataVersion } from './data-version.sql.ts'
import type { Database } from './database.ts'
import { run } from './prepared.ts'

export type DataVersion = {
  readonly current: () => Promise<number>
  /** The last version read, for metrics; undefined before the first read. */
  readonly latest: () => number | undefined
  /** The secret that signs cursors. It is created with the database and never changes, so it is read once. */
  readonly secret: () => Promise<string>
}

export function dataVersionReader(database: Pick<Database, 'pool' | 'kind'>): DataVersion {
  const read = async () => {
    const [row] = await run<{ version: number; cursor_secret: string }>(database, dataVersion())
    if (!row) throw new Error('The row of the table data_version is missing: restore it from a backup.')
    return row
  }
  let secret: string | undefined
  let latest: number | undefined
  return {
    current: async () => {
      latest = (await read()).version
      return latest
    },
    latest: () => latest,
    secret: async () => {
      secret ??= (await read()).cursor_secret
      return secret
    }
  }
}
