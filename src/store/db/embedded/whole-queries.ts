import type { PGlite } from '@electric-sql/pglite'
import { BEFORE_SYNC } from './ready-once.ts'

/**
 * Keeps the messages of a query together. A query consists of five messages (Parse, Bind, Describe, Execute, Sync),
 * and all connections share one session with one unnamed statement. The socket server stays with one connection
 * while a transaction is open, but otherwise takes messages from any connection in turn. Of two waiting clients,
 * one would then get the answer to the other's query. Therefore a query counts as open until its Sync, like a
 * transaction until its COMMIT.
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
  // The server sends ROLLBACK here after a connection is lost, which also ends an open query.
  const exec = database.exec.bind(database)
  database.exec = (query, options) => {
    isOpen = false
    return exec(query, options)
  }
}
