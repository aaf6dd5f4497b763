import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../prisma-client/client.ts'
import { columnTypes } from './column-types.ts'
import { startEmbedded } from './embedded/start.ts'
import { checkServer, withStartupOptions } from './server-connection.ts'

export type Database = {
  readonly kind: 'embedded' | 'server'
  /** Answers requests: each statement, and the wait for a connection, end after SEARCH_TIMEOUT_MS. */
  readonly pool: pg.Pool
  /**
   * Takes as long as it takes: migrations, loading, imports. A server is sent what is asked next while it is still at what
   * was asked before; so no COPY, nor cursor.
   */
  readonly batch: pg.Pool
  /** The plain tables, over the connections of `pool`. */
  readonly prisma: PrismaClient
  close(): Promise<void>
}

/** The settings that matter here, under the names they have in the configuration. */
type DatabaseConfig = {
  readonly DATABASE_URL?: string | undefined
  readonly DATA_DIR: string
  readonly DB_POOL_MAX: number
  readonly SEARCH_TIMEOUT_MS: number
}

/** The schedule holds one, the import that it runs another, one by HTTP a third; the fourth says how those went. */
const BATCH_CONNECTIONS = 4

/** A connection's first search takes 30 ms more than the next, so a quiet night should not drop them all. */
const IDLE_MS = 10 * 60_000

/** Time for the server's own word about a timeout to arrive before we stop listening. */
const GRACE_MS = 1_000

/**
 * A search is planned once, without its values. With them, the planner takes a common code for a rare one here and
 * there, and reads a whole town to sort it: 340 searches a second instead of 1 590. Which index serves is decided
 * by `search-path.ts`, which knows how common codes are.
 */
const GENERIC_PLANS = '-c plan_cache_mode=force_generic_plan'

/**
 * Without its values, a plan takes LIMIT for a tenth of the table, and would rather read and sort it whole than walk
 * an index to the first twenty. Where all must be read, a bitmap scan reads it in the same order.
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
  // statement_timeout does not fire there, so `pg` gives up by itself.
  const pools = openPools(config, base, {}, { query_timeout: config.SEARCH_TIMEOUT_MS })
  return { kind: 'embedded', ...pools, close: () => closeAll(pools, embedded.close) }
}

async function openServer(config: DatabaseConfig, url: string): Promise<Database> {
  const base: pg.PoolConfig = { types: columnTypes, application_name: 'annuaire', keepAlive: true }
  // Compiling a plan takes longer than any of our searches, whose cost PostGIS makes look high.
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
      // For a server that has gone silent, which will not tell of any timeout.
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
  // An idle connection that breaks is replaced by the next question; unheard, its error would end the process.
  for (const each of [pool, batch]) each.on('error', () => {})
  return { pool, batch, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

async function closeAll(pools: Pools, closeEmbedded?: () => Promise<void>): Promise<void> {
  await pools.prisma.$disconnect()
  await Promise.all([pools.pool.end(), pools.batch.end()])
  await closeEmbedded?.()
}
