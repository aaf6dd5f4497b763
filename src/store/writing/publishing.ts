import type { PoolClient } from 'pg'
import type { Publishing } from '../../domain/publishing/publishing.ts'
import type { Database } from '../db/database.ts'
import { inTurn } from '../db/in-turn.ts'
import { inTransaction, transactionOn } from '../db/transaction.ts'
import { openWriting, type Writing, type WritingOptions } from './place-writer.ts'
import { writingBegin, writingCommit } from './publishing.sql.ts'

type Open<Writer> = (writing: Writing) => Writer | Promise<Writer>
type Options = Omit<WritingOptions, 'by'>

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

const write = <Writer, Result>(
  client: PoolClient,
  open: Open<Writer>,
  options: WritingOptions,
  work: (writer: Writer) => Promise<Result>
): Promise<Result> => inTurn(client, async (runner) => work(await open(openWriting(runner, options))))
