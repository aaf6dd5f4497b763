import type { Pool } from 'pg'
import { handledLater } from '../../domain/concurrency/handled-later.ts'
import { screenText } from '../../domain/erasure/screen.ts'
import type { ImportSession, ImportStore } from '../../domain/imports/import-ports.ts'
import type { SourceDefinition } from '../../domain/places/source-record.ts'
import { hold, release } from '../db/held-client.ts'
import { importLock, statementCancel } from '../db/locks.sql.ts'
import type { Runner } from '../db/sql.ts'
import { readEdition, readMatcher } from '../erasure/hold-reader.ts'
import { runAbandoned, runStart } from '../writing/run-write.sql.ts'
import { sourceRegister } from '../writing/source-register.sql.ts'
import { openImportSession } from './import-session.ts'
import type { OpenRun } from './open-run.ts'

type ImportStoreDeps = {
  /** The pool from which each run holds one connection until it is closed. */
  readonly batch: Pool
  readonly newId: () => string
  readonly now: () => Date
  /**
   * Minimum number of records for which the first import into an empty directory builds the indexes at its end.
   * Searches wait until they are built. If not set, all imports maintain the indexes row by row.
   */
  readonly many?: number
}

export function createImportStore({ batch, newId, now, many }: ImportStoreDeps): ImportStore {
  return {
    async begin(source, origin, dry, signal) {
      const client = await batch.connect()
      hold(client)
      let pid: number
      try {
        const lock = await lockOf(client, source.source)
        pid = lock.pid
        if (!lock.locked) {
          release(client)
          return null
        }
      } catch (error) {
        release(client, true)
        throw error
      }
      const run = newId()
      const [held, erased] = [await readEdition(client), await readMatcher(client)]
      const open = { client, batch, source: source.source, origin, run, dry, now, many, signal, held, erased }
      const session = openImportSession(open)
      try {
        if (!dry) {
          const definition = { ...source, name: screenText(source.name, erased) }
          await announce(client, definition, run, screenText(origin, erased))
        }
        await session.prepare()
      } catch (error) {
        await session.close()
        throw error
      }
      // Not earlier: the run is recorded now, so that it can be recorded as interrupted.
      return stoppable(session, open, pid)
    }
  }
}

type Lock = { readonly locked: boolean; readonly pid: number }

async function lockOf(runner: Runner, source: string): Promise<Lock> {
  const [lock] = (await runner.query<Lock>(importLock(source))).rows
  if (lock === undefined) throw new Error('The database did not answer whether the source is locked.')
  return lock
}

/** One may be sent just before the statement that it should cancel, so it is repeated. */
const CANCEL_EVERY_MS = 500

/**
 * The same session, whose statements are cancelled from the moment when the signal is aborted until the session is closed.
 * Otherwise the process would wait for a statement of minutes, or for the writer of another process. The embedded database
 * has nothing to wait for: its one session runs one short statement at a time.
 */
function stoppable<Session extends ImportSession>(
  session: Session,
  { client, batch, signal }: OpenRun,
  pid: number
): Session {
  if (signal === undefined || client.pipeline !== true) return session
  const cancel = () => handledLater(batch.query(statementCancel(pid)))
  let timer: NodeJS.Timeout | undefined
  const stop = () => {
    cancel()
    timer = setInterval(cancel, CANCEL_EVERY_MS)
  }
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop)
  const close = async () => {
    signal.removeEventListener('abort', stop)
    clearInterval(timer)
    await session.close()
  }
  return { ...session, close }
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
