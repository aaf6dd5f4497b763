import type { PGlite } from '@electric-sql/pglite'

/**
 * The types of the messages that PostgreSQL answers before the Sync which ends a query: Parse, Bind, Describe,
 * Execute, Close and Flush.
 */
export const BEFORE_SYNC = new Set([...'PBDECH'].map((type) => type.charCodeAt(0)))

/**
 * Size of a ReadyForQuery message: one byte for the type, four for the length, one for the state of the
 * transaction.
 */
const READY_BYTES = 6
const READY_BEGINS = Buffer.from('Z\0\0\0\x05')

/**
 * Makes PGlite send ReadyForQuery once per query. When a statement fails, PGlite sends it at once, and again for
 * the following Sync. A client that has already sent its next query takes the second one for the end of that query,
 * and from then on assigns each answer to the wrong query. Therefore only the ReadyForQuery for the Sync is passed
 * on.
 */
export function readyOnce(database: PGlite): void {
  const run = database.execProtocolRawStream.bind(database)
  database.execProtocolRawStream = async (message, options) => {
    if (!BEFORE_SYNC.has(message[0] ?? 0)) return run(message, options)
    // The last bytes are held back until it is clear that nothing follows them.
    let held: Buffer = Buffer.alloc(0)
    await run(message, {
      ...options,
      onRawData: (data) => {
        const all = Buffer.concat([held, data])
        const end = Math.max(0, all.length - READY_BYTES)
        if (end > 0) options.onRawData(all.subarray(0, end))
        held = all.subarray(end)
      }
    })
    const isReady = held.length === READY_BYTES && held.subarray(0, -1).equals(READY_BEGINS)
    if (held.length > 0 && !isReady) options.onRawData(held)
  }
}
