import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { intarray } from '@electric-sql/pglite/contrib/intarray'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { readyOnce } from './ready-once.ts'
import { slimPostgis } from './slim-postgis.ts'
import { wholeQueries } from './whole-queries.ts'

// PGlite runs in the thread that opened it. It has a thread of its own, so that a slow query does not block the
// HTTP server.

/**
 * Maximum number of connections to the server, more than a process ever opens. The real limit is the pool; beyond
 * this number, the server refuses connections without giving a reason.
 */
const MAX_CONNECTIONS = 1_000

export type WorkerTask = { readonly folder: string; readonly address: string }

const { folder, address } = workerData as WorkerTask
const database = await PGlite.create({
  dataDir: folder,
  extensions: { postgis: slimPostgis(dirname(folder)), unaccent, intarray, pg_trgm, btree_gist }
})
dieWhenLost(database)
readyOnce(database)
wholeQueries(database)

// A killed process leaves its socket file behind. No other process uses the file, because we hold the lock on the
// folder.
if (process.platform !== 'win32') rmSync(address, { force: true })
const server = new PGLiteSocketServer({ db: database, path: address, maxConnections: MAX_CONNECTIONS })
await server.start()

parentPort?.once('message', async () => {
  await server.stop()
  await database.close()
  parentPort?.close()
})
parentPort?.postMessage('ready')

/**
 * Ends the process of the worker if the engine fails, so that it is restarted. A statement that fails still gets a
 * normal answer. An exception means that the engine itself has failed (out of memory, or COPY FROM STDIN, which it
 * does not support): it then loops and no longer answers.
 */
function dieWhenLost(database: PGlite): void {
  const run = database.execProtocolRawStream.bind(database)
  database.execProtocolRawStream = (message, options) => run(message, options).catch(() => process.exit(1))
}
