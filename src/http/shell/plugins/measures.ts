import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { whenOver } from '../reply-over.ts'

/** What the metrics read of a `pg.Pool`. */
export type PoolCounts = {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

export type Measures = { readonly registry: Registry; readonly refused: (reason: Refusal) => void }

type Refusal = 'quota' | 'pressure' | 'queue'

/** Seconds since the last success of each source. */
export type SourceAges = () => Promise<ReadonlyMap<string, number>>

type Options = {
  readonly pool?: PoolCounts
  readonly dataVersion?: () => number | undefined
  readonly sourceAges?: SourceAges
}

// From a place by id (well under a millisecond on the database) to the limit of a search.
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Counts into a registry of this app's own: the global one would mix the apps of one process, as tests have. */
export function measures(app: FastifyInstance, { pool, dataVersion, sourceAges }: Options): Measures {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  measureRequests(app, registry)
  if (pool) gaugePool(registry, pool)
  if (dataVersion) gaugeDataVersion(registry, dataVersion)
  if (sourceAges) gaugeSourceAges(registry, sourceAges)
  const refusals = new Counter({
    name: 'annuaire_requests_refused_total',
    help: 'Requests refused before they were processed: over quota, process overloaded, or queue full',
    labelNames: ['reason'],
    registers: [registry]
  })
  // Told from the start as 0, so that a first refusal is an increase.
  for (const reason of ['quota', 'pressure', 'queue'] satisfies Refusal[]) refusals.inc({ reason }, 0)
  return { registry, refused: (reason) => refusals.inc({ reason }) }
}

function measureRequests(app: FastifyInstance, registry: Registry): void {
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the last byte of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry]
  })
  const running = new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests being answered',
    registers: [registry]
  })
  app.addHook('onRequest', async (request, reply) => {
    running.inc()
    whenOver(reply, ({ status, ms }) => {
      running.dec()
      // The route's template, never the address: one series a place would be a million.
      const route = request.routeOptions.url ?? 'unmatched'
      const method = METHODS.has(request.method) ? request.method : 'other'
      durations.observe({ method, route, status }, ms / 1000)
    })
  })
}

function gaugePool(registry: Registry, pool: PoolCounts): void {
  new Gauge({
    name: 'annuaire_database_connections',
    help: 'Connections of the pool, and queries waiting for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'total' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    }
  })
}

function gaugeDataVersion(registry: Registry, dataVersion: () => number | undefined): void {
  new Gauge({
    name: 'annuaire_data_version',
    help: 'Latest data version known to this process',
    registers: [registry],
    collect() {
      const version = dataVersion()
      if (version !== undefined) this.set(version)
    }
  })
}

function gaugeSourceAges(registry: Registry, sourceAges: SourceAges): void {
  new Gauge({
    name: 'annuaire_source_age_seconds',
    help: 'Time since the source was last imported or found unchanged',
    labelNames: ['source'],
    registers: [registry],
    async collect() {
      // Without the database the other measures are wanted most: they must not fail with this one.
      const ages = await sourceAges().catch(() => new Map<string, number>())
      this.reset()
      for (const [source, seconds] of ages) this.set({ source }, seconds)
    }
  })
}
