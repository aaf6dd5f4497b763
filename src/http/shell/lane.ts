export type LaneLimits = {
  readonly concurrent: number
  readonly waiting: number
  readonly patienceMs: number
}

/** Gives the turn back; a second call does nothing. */
export type Leave = () => void

export type Lane = {
  /**
   * Waits for a turn. `full`: refused, because other requests come first or `patienceMs` is over; `gone`: the signal was
   * aborted.
   */
  readonly enter: (client: string, gone: AbortSignal) => Promise<Leave | 'full' | 'gone'>
  readonly running: () => number
  readonly waiting: () => number
}

/** Share of a lane's queue that the requests of one client may fill. */
const QUEUE_SHARE = 1 / 4

/** Share of a lane's turns that one client may hold, so that another client finds a free one. */
const LANE_SHARE = 1 / 2

/**
 * Lanes with bounded queues. In all lanes together, a client holds at most `clientMost` turns. Turns go to the client
 * that holds the fewest, then in order of arrival. If a queue is full, its oldest request is refused at once. If it is
 * full or its requests have waited for long, the newest are served first until it is empty: in order of arrival, all of
 * them would have waited until their clients gave up.
 */
export function createLanes<Name extends string>(
  limits: Readonly<Record<Name, LaneLimits>>,
  clientMost: number
): Readonly<Record<Name, Lane>> {
  const held = counter()
  const lanes = Object.entries<LaneLimits>(limits).map(
    ([name, each]) => [name, createLane(each, { held, clientMost, onLeave: () => serveAll() })] as const
  )
  const serveAll = () => {
    for (const [, lane] of lanes) lane.serve()
  }
  return Object.fromEntries(lanes) as Record<string, Lane> as Record<Name, Lane>
}

/** Share of the patience after which a request has waited for long. */
const LONG = 1 / 4

type Shared = { readonly held: Counter; readonly clientMost: number; readonly onLeave: () => void }

type Waiting = {
  readonly client: string
  /** As of `performance.now()`. */
  readonly since: number
  readonly settle: (outcome: () => Leave | 'full' | 'gone') => void
}

function createLane(limits: LaneLimits, shared: Shared): Lane & { readonly serve: () => void } {
  const { waiting, patienceMs } = limits
  const turns = createTurns(limits, shared)
  const queued = counter()
  const queuedMost = Math.ceil(waiting * QUEUE_SHARE)
  const queue = new Set<Waiting>()
  let newestFirst = false

  const serve = () => {
    const [oldest] = queue
    if (oldest && performance.now() - oldest.since > patienceMs * LONG) newestFirst = true
    for (;;) {
      const free = [...queue].filter(({ client }) => turns.isFree(client))
      const next = nextOf(free, shared.held, newestFirst)
      if (!next) return
      next.settle(() => turns.start(next.client))
    }
  }

  /** Refuses the oldest waiting request: of this client if it fills its share of the queue, otherwise of all. */
  const makeRoom = (client: string) => {
    const greedy = queued.of(client) >= queuedMost
    if (!greedy && queue.size < waiting) return
    if (!greedy) newestFirst = true
    for (const each of queue) {
      if (!greedy || each.client === client) return each.settle(() => 'full')
    }
  }

  const wait = (client: string, gone: AbortSignal) =>
    new Promise<Leave | 'full' | 'gone'>((resolve) => {
      const settle: Waiting['settle'] = (outcome) => {
        queue.delete(request)
        queued.add(client, -1)
        if (queue.size === 0) newestFirst = false
        clearTimeout(timer)
        gone.removeEventListener('abort', leave)
        resolve(outcome())
      }
      const request: Waiting = { client, settle, since: performance.now() }
      const leave = () => settle(() => 'gone')
      const timer = setTimeout(() => settle(() => 'full'), patienceMs)
      gone.addEventListener('abort', leave)
      queue.add(request)
      queued.add(client, 1)
    })

  return {
    enter: async (client, gone) => {
      if (gone.aborted) return 'gone'
      if (turns.isFree(client)) return turns.start(client)
      if (waiting === 0) return 'full'
      makeRoom(client)
      return wait(client, gone)
    },
    serve,
    running: turns.running,
    waiting: () => queue.size
  }
}

/** The turns of a lane, and who holds them. */
function createTurns({ concurrent }: LaneLimits, { held, clientMost, onLeave }: Shared) {
  const heldHere = counter()
  const laneMost = Math.min(clientMost, Math.ceil(concurrent * LANE_SHARE))
  let running = 0
  const count = (client: string, by: 1 | -1) => {
    running += by
    held.add(client, by)
    heldHere.add(client, by)
  }
  return {
    running: () => running,
    /** Whether there is a turn that this client may have. */
    isFree: (client: string): boolean =>
      running < concurrent && heldHere.of(client) < laneMost && held.of(client) < clientMost,
    start: (client: string): Leave => {
      count(client, 1)
      let over = false
      return () => {
        if (over) return
        over = true
        count(client, -1)
        onLeave()
      }
    }
  }
}

/** The request of the client that holds the fewest turns; of several, the oldest or the newest one. */
function nextOf(waiting: readonly Waiting[], held: Counter, newestFirst: boolean): Waiting | undefined {
  const least = Math.min(...waiting.map(({ client }) => held.of(client)))
  const first = waiting.filter(({ client }) => held.of(client) === least)
  return first.at(newestFirst ? -1 : 0)
}

type Counter = ReturnType<typeof counter>

/** Counts by client; a client whose count is 0 takes no memory. */
function counter() {
  const counts = new Map<string, number>()
  const of = (client: string): number => counts.get(client) ?? 0
  const add = (client: string, by: number): void => {
    const count = of(client) + by
    if (count === 0) counts.delete(client)
    else counts.set(client, count)
  }
  return { of, add }
}
