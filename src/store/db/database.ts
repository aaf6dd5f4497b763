import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../prisma-client/client.ts'
import { columnTypes } from './column-types.ts'
import { startEmbedded } from './embedded/start.ts'
import { checkServer, withStartupOptions } from './server-connection.ts'

export type Database = {
  readonly kind: 'embedded' | 'server'
  /** For requests: each statement, and the wait for a connection, ends after SEARCH_TIMEOUT_MS. */
  readonly pool: pg.Pool
  /**
   * For migrations, loading and imports, without a time limit. On a server, queries are pipelined: the next
   * one is sent before the previous one is answered. So COPY and cursors cannot be used.
   */
  readonly batch: pg.Pool
  /** Prisma for the plain tables, on the connections of `pool`. */
  readonly prisma: PrismaClient
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
 * One for the scheduler, one for the import that it runs, one for an import over HTTP, and one to report on
 * them.
 */
const BATCH_CONNECTIONS = 4

/** Idle connections are kept for a while, because the first search on a new connection takes 30 ms longer. */
const IDLE_MS = 10 * 60_000

/** Time for the server's own timeout error to arrive before we stop waiting. */
const GRACE_MS = 1_000

/**
 * Plans each search once, without its values. With the values, the planner sometimes takes a common code for
 * a rare one, and reads and sorts a whole town: 340 searches per second instead of 1 590. `search-path.ts`,
 * which knows how common codes are, chooses the index.
 */
const GENERIC_PLANS = '-c plan_cache_mode=force_generic_plan'

/**
 * A generic plan assumes that LIMIT returns a tenth of the table, and prefers a sequential scan with a sort
 * to walking an index for the first twenty rows. If all rows must be read, a bitmap scan reads them in the
 * same order.
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
  // JIT compilation takes longer than any of our searches; PostGIS makes their estimated cost look high.
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
      // For a server that no longer answers and so cannot report a timeout.
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

type Pools = Pick<Database, 'pool' | 'batch' | 'prisma'>

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
  // A broken idle connection is replaced by the next query; without a listener, its error would end the
  // process.
  for (const each of [pool, batch]) each.on('error', () => {})
  return { pool, batch, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

async function closeAll(pools: Pools, closeEmbedded?: () => Promise<void>): Promise<void> {
  await pools.prisma.$disconnect()
  await Promise.all([pools.pool.end(), pools.batch.end()])
  await closeEmbedded?.()
}
