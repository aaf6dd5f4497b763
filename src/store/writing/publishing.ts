import type { PoolClient } from 'pg'
import { directoryBusy } from '../../domain/errors.ts'
import type { Publishing } from '../../domain/publishing/publishing.ts'
import type { Act } from '../db/acting.ts'
import type { Database } from '../db/database.ts'
import { inTurn } from '../db/in-turn.ts'
import { writingByIndex } from '../db/index-hints.sql.ts'
import { LOCK_NOT_AVAILABLE, lockPatience, writersLock } from '../db/locks.sql.ts'
import { inTransaction, transactionOn } from '../db/transaction.ts'
import { openWriting, type Writing, type WritingOptions } from './place-writer.ts'
import { changesPublish, writingBegin, writingCommit } from './publishing.sql.ts'

type Open<Writer> = (writing: Writing) => Writer | Promise<Writer>
type Options = Omit<WritingOptions, 'by'> & {
  /** Once it is aborted, no further statement of the work is sent. */
  readonly signal?: AbortSignal | undefined
}

const ENDS = { begin: writingBegin(), commit: writingCommit() }

/** Runs the work of one kind of writer in a transaction; `open` creates the writer. */
export const publishing = <Writer>(
  { batch }: Pick<Database, 'batch'>,
  open: Open<Writer>,
  options: Options = {}
): Publishing<Writer> => ({
  run: (by, work) => inTransaction(batch, (client) => write(client, open, { ...options, by }, work), ENDS)
})

/** Like `publishing`, but on a connection that the caller holds. */
export const publishingOn = <Writer>(
  client: PoolClient,
  open: Open<Writer>,
  options: Options = {}
): Publishing<Writer> => ({
  run: (by, work) => transactionOn(client, () => write(client, open, { ...options, by }, work), ENDS)
})

/**
 * How long an act waits for other writers. An import may write for minutes, and there are few connections for acts: if
 * acts waited for it, people could neither sign in nor report anything meanwhile.
 */
const PATIENCE_MS = 2_000

/**
 * Like `publishing`, but as a part of an act, which is committed with it. Publish before recording in the journal: two
 * acts that take the writers' lock and the lock of a chain in different orders would wait for each other. Throws
 * `directoryBusy` if others write for longer than an act waits.
 */
export const publishingIn = <Writer>(
  { client }: Pick<Act, 'client'>,
  open: Open<Writer>,
  options: Options = {}
): Publishing<Writer> => ({
  run: async (by, work) => {
    await client.query(lockPatience(PATIENCE_MS))
    await client.query(writersLock()).catch((error) => {
      throw (error as { code?: unknown }).code === LOCK_NOT_AVAILABLE ? directoryBusy() : error
    })
    await client.query(lockPatience(0))
    await client.query(writingByIndex(true))
    const result = await work(await open(openWriting(client, { ...options, by })))
    await client.query(changesPublish())
    return result
  }
})

const write = <Writer, Result>(
  client: PoolClient,
  open: Open<Writer>,
  { signal, ...options }: Options & Pick<WritingOptions, 'by'>,
  work: (writer: Writer) => Promise<Result>
): Promise<Result> => inTurn(client, async (runner) => work(await open(openWriting(runner, options))), signal)
