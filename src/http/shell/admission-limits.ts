import type { LaneLimits } from './lane.ts'

/**
 * What an answer costs the database. `cheap`: one place, a territory, a suggestion. `question`: the first places of a
 * search. `heavy`: everything that matches must be read, as for facets. In the other lanes, a turn is held for one
 * piece of the work only: `map` to count the places of a country for a map, `stream` for a batch of an export, `inside`
 * for a batch of a list that this service makes for itself, `upload` while a body arrives and until it is imported,
 * `records` for the import itself.
 */
export type LaneName = 'cheap' | 'question' | 'heavy' | 'map' | 'stream' | 'inside' | 'upload' | 'records'

export type Admission = {
  readonly lanes: Readonly<Record<LaneName, LaneLimits>>
  /** Turns that one client may hold in the first three lanes together. */
  readonly clientTurns: number
  /** Bodies that one client may send at the same time. */
  readonly clientUploads: number
  /** A body must arrive within this time. */
  readonly uploadMs: number
  /** Exports in progress, of all clients; one client may have one. */
  readonly openStreams: number
  /** If the handler has not answered within this time, a 503 is sent instead. */
  readonly handlerTimeoutMs: number
  /** An answer of which the client took nothing for this time is cut. */
  readonly stalledMs: number
  readonly onRefused?: () => void
}

/** A person has left by then, and a program should ask again later. */
const PATIENCE_MS = 2_000

/**
 * Limits for a pool of `connections`. A request with a turn does not wait for a connection, because the lanes share
 * them out: a quarter each for cheap reads and heavy ones, an eighth for exports, the rest for questions, except one,
 * which stays free for the readiness probe. With ten connections, ten heavy reads at once on two cores all took longer than the
 * time limit of a search, so that none was answered; two of them are.
 *
 * A client may hold a quarter of the connections. Up to 50 requests wait per connection: a common search takes
 * milliseconds, so they are answered within a second; a heavy one takes longer, so only 10 wait.
 */
export function admissionFor(connections: number, queryTimeoutMs: number): Admission {
  const quarter = Math.max(1, Math.floor(connections / 4))
  const eighth = Math.max(1, Math.floor(connections / 8))
  const question = Math.max(1, connections - 2 * quarter - eighth - 1)
  const many = { waiting: connections * 50, patienceMs: PATIENCE_MS }
  const openStreams = connections * 4
  return {
    lanes: {
      cheap: { concurrent: quarter, ...many },
      question: { concurrent: question, ...many },
      heavy: { concurrent: quarter, waiting: connections * 10, patienceMs: PATIENCE_MS },
      // A batch takes some 20 ms, and there is never more than one per export.
      stream: { concurrent: eighth, waiting: openStreams * 4, patienceMs: 20_000 },
      // Counted one after the other, without a time limit, on connections of their own.
      map: { concurrent: 1, waiting: 400, patienceMs: 30_000 },
      inside: { concurrent: 1, waiting: 400, patienceMs: 20_000 },
      // At most 3 GB of temporary files.
      upload: { concurrent: 16, waiting: 0, patienceMs: 0 },
      // Imports commit one after another, and each holds a connection of its own. A second one can read its records while
      // the first, of another client, takes minutes.
      records: { concurrent: 2, waiting: 40, patienceMs: 60_000 }
    },
    clientTurns: quarter,
    clientUploads: 2,
    uploadMs: 10 * 60_000,
    openStreams,
    // The wait in the queue, then two queries at their time limit.
    handlerTimeoutMs: PATIENCE_MS + 2 * queryTimeoutMs,
    stalledMs: 30_000
  }
}

/**
 * The embedded database runs one query at a time, and its time limit includes the wait for the others. So few are let
 * in, and the rest wait here, where the order is fair.
 */
export const EMBEDDED_CONNECTIONS = 5
