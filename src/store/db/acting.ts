import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from '../prisma-client/client.ts'
import { inTurn } from './in-turn.ts'
import type { Runner } from './sql.ts'
import { inTransaction } from './transaction.ts'

/** The two ways to write within an act. Both use the same connection, so both are committed or neither is. */
export type Act = {
  /** Prisma's client, for plain tables. It starts no transaction of its own. */
  readonly tables: Prisma.TransactionClient
  /** For what only SQL can say: the journal, the outbox, and what is published. */
  readonly client: Runner
}

/**
 * Runs work in one transaction. If a statement fails, the act has failed, even if its error is caught. Nothing may be
 * sent to others within an act: in the embedded database, all others wait until it ends.
 */
export type Acting = <Result>(work: (act: Act) => Promise<Result>) => Promise<Result>

/**
 * Making a client of Prisma takes 25 to 90 ms, because it instantiates its query compiler. So clients are kept, and
 * each serves one act at a time. `acted` is called after each act that was committed.
 */
export function acting(connections: pg.Pool, acted: () => void = () => {}): Acting {
  const free: Tables[] = []
  return async (work) => {
    // Before the transaction begins, because it may take long.
    const own = free.pop() ?? (await newTables())
    try {
      const result = await inTransaction(connections, (connection) =>
        inTurn(connection, (client) =>
          allOrNothing(client, (each) => own.over(each, (tables) => work({ tables, client: each })))
        )
      )
      acted()
      return result
    } finally {
      free.push(own)
    }
  }
}

/** Throws the first error of a statement, even if the work caught it: committing would then roll back, silently. */
async function allOrNothing<Result>(
  client: Runner,
  work: (client: Runner) => Promise<Result>
): Promise<Result> {
  const failures: unknown[] = []
  const query = (asked: pg.QueryConfig) =>
    client.query(asked).catch((error) => {
      failures.push(error)
      throw error
    })
  const result = await work({ query: query as Runner['query'] })
  if (failures.length > 0) throw failures[0]
  return result
}

type Tables = {
  readonly over: <Result>(
    client: Runner,
    work: (tables: Prisma.TransactionClient) => Promise<Result>
  ) => Promise<Result>
}

async function newTables(): Promise<Tables> {
  const bound = new BoundPool()
  const prisma = new PrismaClient({ adapter: new PrismaPg(bound) })
  await prisma.$connect()
  return {
    over: async (client, work) => {
      bound.client = client
      try {
        return await work(prisma)
      } finally {
        bound.client = undefined
      }
    }
  }
}

type Query = { readonly text: string }

/**
 * What Prisma takes for a pool: all its queries run on the connection of the current act. Its own transactions, which
 * it starts for nested writes, become savepoints.
 */
class BoundPool extends pg.Pool {
  client: Runner | undefined

  override query = ((query: Query) => this.#ask(query)) as unknown as pg.Pool['query']

  override connect = (async () => ({
    query: (query: Query) => this.#ask({ ...query, text: SAVEPOINTS[query.text] ?? query.text }),
    on: () => {},
    removeListener: () => {},
    release: () => {}
  })) as unknown as pg.Pool['connect']

  async #ask(query: Query): Promise<unknown> {
    if (this.client === undefined) throw new Error('The act is over.')
    return this.client.query(query as pg.QueryConfig)
  }
}

const SAVEPOINTS: Readonly<Record<string, string>> = {
  BEGIN: 'SAVEPOINT prisma',
  COMMIT: 'RELEASE SAVEPOINT prisma',
  ROLLBACK: 'ROLLBACK TO SAVEPOINT prisma'
}
