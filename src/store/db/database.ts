import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../prisma-client/client.ts'
import { type Acting, acting } from './acting.ts'
import { columnTypes } from './column-types.ts'
import { startEmbedded } from './embedded/start.ts'
import { checkServer, withStartupOptions } from './server-connection.ts'

export type Database = {
  readonly kind: 'embedded' | 'server'
  /** Connections for requests. Each statement, and the wait for a connection, ends after SEARCH_TIMEOUT_MS. */
  readonly pool: pg.Pool
  /**
   * For migrations, loading, imports and counts of a whole country, without a time limit. On a server, queries are pipelined: the next
   * one is sent before the previous one is answered. So COPY and cursors cannot be used.
   */
  readonly batch: pg.Pool
  /** The Prisma client for simple tables, which uses the connections of `pool`. */
  readonly prisma: PrismaClient
  /** Runs an act of a person in one transaction, with Prisma's client and SQL. */
  readonly act: Acting
  /** Calls a function after each act of this process. Returns a function that ends this. */
  readonly onActed: (listener: () => void) => () => void
  close(): Promise<void>
}

/** The settings used here, under their names in the configuration. */
type DatabaseConfig = {
  readonly DATABASE_URL?: string | undefined
  readonly DATA_DIR: string
  readonly DB_POOL_MAX: number
  readonly SEARCH_TIMEOUT_MS: number
}

/**
 * One for the scheduler, one for the import that it runs, two for imports over HTTP, one to report on them, and one
 * to count places for maps of a country.
 */
const BATCH_CONNECTIONS = 6

/**
 * Acts have connections of their own, so that they never wait for imports, and imports never for them. With these,
 * five processes stay under PostgreSQL's usual limit of 100.
 */
const ACT_CONNECTIONS = 3

/** How long idle connections are kept: the first search on a new connection takes 30 ms longer. */
const IDLE_MS = 10 * 60_000

/** Extra time before we stop waiting for a query, so that the server's own timeout error can arrive first. */
const GRACE_MS = 1_000

/**
 * Makes PostgreSQL plan each search once, without its values. With the values, the planner sometimes mistakes a
 * common code for a rare one, and reads and sorts a whole town: 340 searches per second instead of 1 590.
 * `search-path.ts`, which knows how common codes are, chooses the index.
 */
const GENERIC_PLANS = '-c plan_cache_mode=force_generic_plan'

/**
 * Makes PostgreSQL use indexes. A generic plan assumes that LIMIT returns a tenth of the table, and prefers a
 * sequential scan with a sort to walking an index for the first twenty rows. If all rows must be read, a bitmap
 * scan reads them in the same order.
 */
const BY_INDEX = '-c enable_seqscan=off'

export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  return config.DATABASE_URL === undefined ? openEmbedded(config) : openServer(config, config.DATABASE_URL)
}

async function openEmbedded(config: DatabaseConfig): Promise<Database> {
  const embedded = await startEmbedded(config.DATA_DIR)
  const base: pg.PoolConfig = {
    types: columnTypes,
    user: 'postgres',
    database: 'postgres',
    stream: embedded.connect
  }
  // PGlite ignores statement_timeout, so `pg` itself stops waiting.
  const pools = openPools(config, base, {}, { query_timeout: config.SEARCH_TIMEOUT_MS })
  return { kind: 'embedded', ...pools, close: () => closeAll(pools, embedded.close) }
}

async function openServer(config: DatabaseConfig, url: string): Promise<Database> {
  const base: pg.PoolConfig = { types: columnTypes, application_name: 'annuaire', keepAlive: true }
  // JIT compilation is off: it takes longer than any of our searches, but PostGIS makes their estimated cost look
  // high enough for it.
  const options = ['-c jit=off']
  const pools = openPools(
    config,
    { ...base, connectionString: withStartupOptions(url, options) },
    { pipeline: true },
    {
      connectionString: withStartupOptions(url, [
        ...options,
        GENERIC_PLANS,
        BY_INDEX,
        `-c statement_timeout=${config.SEARCH_TIMEOUT_MS}`
      ]),
      // Needed for a server that no longer answers, because it cannot report a timeout.
      query_timeout: config.SEARCH_TIMEOUT_MS + GRACE_MS
    }
  )
  const database: Database = { kind: 'server', ...pools, close: () => closeAll(pools) }
  await checkServer(database.batch, url).catch(async (error) => {
    await database.close()
    throw error
  })
  return database
}

type Pools = Pick<Database, 'pool' | 'batch' | 'prisma' | 'act' | 'onActed'> & { readonly acts: pg.Pool }

function openPools(
  config: DatabaseConfig,
  base: pg.PoolConfig,
  forBatch: pg.PoolConfig,
  limits: pg.PoolConfig
): Pools {
  const pool = new pg.Pool({
    ...base,
    ...limits,
    max: config.DB_POOL_MAX,
    idleTimeoutMillis: IDLE_MS,
    connectionTimeoutMillis: config.SEARCH_TIMEOUT_MS
  })
  const batch = new pg.Pool({ ...base, ...forBatch, max: BATCH_CONNECTIONS })
  const acts = new pg.Pool({ ...base, max: ACT_CONNECTIONS })
  // If an idle connection breaks, the pool replaces it at the next query; without a listener, its error would end
  // the process.
  for (const each of [pool, batch, acts]) each.on('error', () => {})
  const listeners = new Set<() => void>()
  return {
    pool,
    batch,
    acts,
    prisma: new PrismaClient({ adapter: new PrismaPg(pool) }),
    act: acting(acts, () => {
      for (const listener of listeners) listener()
    }),
    onActed: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}

async function closeAll(pools: Pools, closeEmbedded?: () => Promise<void>): Promise<void> {
  await pools.prisma.$disconnect()
  await Promise.all([pools.pool.end(), pools.batch.end(), pools.acts.end()])
  await closeEmbedded?.()
}
