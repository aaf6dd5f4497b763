import type { Pool } from 'pg'
import type { ImportStore } from '../../domain/imports/import-ports.ts'
import type { SourceDefinition } from '../../domain/places/source-record.ts'
import { hold, release } from '../db/held-client.ts'
import { importLock } from '../db/locks.sql.ts'
import type { Runner } from '../db/sql.ts'
import { runAbandoned, runStart } from '../writing/run-write.sql.ts'
import { sourceRegister } from '../writing/source-register.sql.ts'
import { openImportSession } from './import-session.ts'

type ImportStoreDeps = {
  /** One of its connections is held for the whole run. */
  readonly batch: Pool
  readonly newId: () => string
  readonly now: () => Date
  /**
   * Minimum number of records for which the first import into an empty directory builds the indexes at its end.
   * Searches wait until then. If not set, no import does so.
   */
  readonly many?: number
}

export function createImportStore({ batch, newId, now, many }: ImportStoreDeps): ImportStore {
  return {
    async begin(source, origin, dry) {
      const client = await batch.connect()
      hold(client)
      try {
        if (!(await isLocked(client, source.source))) {
          release(client)
          return null
        }
      } catch (error) {
        release(client, true)
        throw error
      }
      const run = newId()
      const session = openImportSession({ client, batch, source: source.source, origin, run, dry, now, many })
      try {
        if (!dry) await announce(client, source, run, origin)
        await session.prepare()
      } catch (error) {
        await session.close()
        throw error
      }
      return session
    }
  }
}

async function isLocked(runner: Runner, source: string): Promise<boolean> {
  const { rows } = await runner.query<{ locked: boolean }>(importLock(source))
  return rows[0]?.locked === true
}

async function announce(
  runner: Runner,
  source: SourceDefinition,
  run: string,
  origin: string
): Promise<void> {
  await runner.query(sourceRegister(source))
  await runner.query(runAbandoned(source.source))
  await runner.query(runStart(run, source.source, origin))
}
