import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { whenOver } from '../reply-over.ts'

/** The counts of a `pg.Pool` that the metrics show. */
export type PoolCounts = {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

export type Measures = { readonly registry: Registry; readonly refused: (reason: Refusal) => void }

type Refusal = 'quota' | 'pressure' | 'shed' | 'queue'

/** By source: the seconds since it was last imported or found unchanged. */
export type SourceAges = () => Promise<ReadonlyMap<string, number>>

type Options = {
  readonly pool?: PoolCounts
  readonly dataVersion?: () => number | undefined
  readonly sourceAges?: SourceAges
}

// Limits of the histogram in seconds: from reading one place by id (well under a millisecond in the database) to the
// time limit of a search.
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Uses a registry for this app only: the global one would mix several apps in one process, as in tests. */
export function measures({ pool, dataVersion, sourceAges }: Options): Measures {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  if (pool) gaugePool(registry, pool)
  if (dataVersion) gaugeDataVersion(registry, dataVersion)
  if (sourceAges) gaugeSourceAges(registry, sourceAges)
  const refusals = new Counter({
    name: 'annuaire_requests_refused_total',
    help: 'Requests refused before they were processed: over quota, process overloaded (shed: expensive requests first), or queue full',
    labelNames: ['reason'],
    registers: [registry]
  })
  // Starts at 0, so that Prometheus sees the first refusal as an increase.
  for (const reason of ['quota', 'pressure', 'shed', 'queue'] satisfies Refusal[]) refusals.inc({ reason }, 0)
  return { registry, refused: (reason) => refusals.inc({ reason }) }
}

export function measureRequests(app: FastifyInstance, { registry }: Measures): void {
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
      // The route's template, not the address: a series per place would make a million series.
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
      // The other metrics matter most when the database is unavailable, so they must not fail with this one.
      const ages = await sourceAges().catch(() => new Map<string, number>())
      this.reset()
      for (const [source, seconds] of ages) this.set({ source }, seconds)
    }
  })
}
