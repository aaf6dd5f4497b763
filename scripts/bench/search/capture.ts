// Captures the SQL that a request sends: the app runs in this process, and its database connections are observed.
// The baseline therefore runs the statements of the API itself, and no second copy of its logic can become
// outdated.
import { setTimeout } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { buildApp } from '../../../src/app.ts'
import { readConfig } from '../../../src/config.ts'
import { type Deps, openDeps } from '../../../src/deps.ts'
import type { Asked } from '../http-load.ts'

/** A statement as sent to the server, with `$1`… in the text and each value as text. */
export type Statement = { readonly text: string; readonly values: readonly string[] }

export type Captured = {
  readonly statements: readonly Statement[]
  readonly milliseconds: number
  /** Number of places in the answer. */
  readonly places: number
}

export type Capture = {
  readonly deps: Deps
  /** Connection string for the same database with the settings of the API's connections. */
  readonly connectionString: string
  readonly capture: (asked: Asked) => Promise<Captured>
  readonly close: () => Promise<void>
}

const MOST_ATTEMPTS = 10

export async function openCapture(databaseUrl: string): Promise<Capture> {
  const deps = await openDeps(
    // The time limit is long, because only the SQL is needed here. Requests too slow for the API fail when measured.
    readConfig({ DATABASE_URL: databaseUrl, RATE_LIMIT_PER_MINUTE: '0', SEARCH_TIMEOUT_MS: '120000' })
  )
  let heard: Statement[] = []
  deps.database.pool.on('connect', (client) => listen(client, (statement) => heard.push(statement)))
  const app = await buildApp(deps, false)
  return {
    deps,
    connectionString: deps.database.pool.options.connectionString ?? databaseUrl,
    capture: async (asked) => {
      for (let attempt = 1; ; attempt++) {
        heard = []
        const begun = performance.now()
        const answer = await app.inject(
          typeof asked === 'string'
            ? asked
            : {
                method: 'POST',
                url: asked.path,
                payload: asked.json,
                headers: { 'content-type': 'application/json' }
              }
        )
        const milliseconds = performance.now() - begun
        if (answer.statusCode === 200) {
          const { items } = answer.json<{ items?: readonly unknown[] }>()
          return { statements: heard, milliseconds, places: items?.length ?? 1 }
        }
        // Compilation and garbage collection in this process may look like overload to the app.
        const busy = answer.statusCode === 503 && attempt < MOST_ATTEMPTS
        if (!busy)
          throw new Error(`${JSON.stringify(asked)} was answered ${answer.statusCode}: ${answer.body}`)
        await setTimeout(1_000)
      }
    },
    close: async () => {
      await app.close()
      await deps.close()
    }
  }
}

function listen(client: PoolClient, tell: (statement: Statement) => void): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  client.query = ((...args: unknown[]) => {
    const [first, second] = args
    const { text, values } =
      typeof first === 'string'
        ? { text: first, values: second }
        : (first as { text: string; values?: unknown })
    tell({ text, values: Array.isArray(values) ? values.map(asText) : [] })
    return query(...args)
  }) as typeof client.query
}

/** The text of a value as written by `pg`, for the types that our statements bind. */
function asText(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map((item) => quoted(asText(item))).join(',')}}`
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value)
  throw new Error(`A statement binds a value that this bench cannot write as text: ${value}.`)
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`
