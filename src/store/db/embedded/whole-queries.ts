import type { PGlite } from '@electric-sql/pglite'
import { BEFORE_SYNC } from './ready-once.ts'

/**
 * A query comes as five messages (Parse, Bind, Describe, Execute, Sync), and all connections share one session with
 * one nameless statement. The socket server keeps to one connection while a transaction is open, but else takes
 * message by message from whoever comes: of two readers that waited for a writer, one is answered what the other
 * asked. So a query counts as open until its Sync, as a transaction does until its COMMIT.
 */
export function wholeQueries(database: PGlite): void {
  let isOpen = false
  const run = database.execProtocolRawStream.bind(database)
  database.execProtocolRawStream = (message, options) => {
    isOpen = BEFORE_SYNC.has(message[0] ?? 0)
    return run(message, options)
  }
  const isInTransaction = database.isInTransaction.bind(database)
  database.isInTransaction = () => isOpen || isInTransaction()
  // The ROLLBACK by which the server clears away what a lost connection left open.
  const exec = database.exec.bind(database)
  database.exec = (query, options) => {
    isOpen = false
    return exec(query, options)
  }
}
