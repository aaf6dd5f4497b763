import type { PGlite } from '@electric-sql/pglite'

/** Parse, Bind, Describe, Execute, Close and Flush: what PostgreSQL answers before the Sync that ends them. */
export const BEFORE_SYNC = new Set([...'PBDECH'].map((type) => type.charCodeAt(0)))

/** ReadyForQuery: its type, its length, and one letter for the state of the transaction. */
const READY_BYTES = 6
const READY_BEGINS = Buffer.from('Z\0\0\0\x05')

/**
 * When a statement fails, PGlite says that it is ready at once, and says so again at the Sync that follows. A
 * client that has sent its next query in between takes the second for the end of that one, and from then on
 * gives every asker the answer to the question before. Only the Sync's is let through.
 */
export function readyOnce(database: PGlite): void {
  const run = database.execProtocolRawStream.bind(database)
  database.execProtocolRawStream = async (message, options) => {
    if (!BEFORE_SYNC.has(message[0] ?? 0)) return run(message, options)
    // The last bytes are held back until it is known that they are the last.
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
