// Command-line options of the benches, and their defaults.
import { parseArgs } from 'node:util'

export type Options = {
  /** URL of any database on the server where the bench creates its own databases. */
  readonly server: string
  readonly sizes: readonly number[]
  /** Number of new records to match. */
  readonly records: number
  readonly clients: number
  readonly seconds: number
  /** Number of times each measurement is taken, alternating with its baseline; the median counts. */
  readonly rounds: number
  /** Names of the classes of requests to measure; empty for all. */
  readonly only: readonly string[]
  readonly fresh: boolean
  readonly plans: boolean
  readonly profile: boolean
  readonly json: string | undefined
}

const LARGEST = 1_000_000

export function readOptions(args: readonly string[], usualSizes: string): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: usualSizes },
      records: { type: 'string', default: '2000' },
      clients: { type: 'string', default: '8' },
      seconds: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      fresh: { type: 'boolean', default: false },
      plans: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      json: { type: 'string' }
    }
  })
  return {
    server: serverAddress(),
    sizes: listOf(values.sizes).map((size) => whole('--sizes', size, LARGEST)),
    records: whole('--records', values.records, LARGEST),
    clients: whole('--clients', values.clients, 256),
    seconds: whole('--seconds', values.seconds, 3_600),
    rounds: whole('--rounds', values.rounds, 99),
    only: listOf(values.only),
    fresh: values.fresh,
    plans: values.plans,
    profile: values.profile,
    json: values.json
  }
}

export function serverAddress(): string {
  const url = process.env.DATABASE_URL
  if (url) return url
  throw new Error(
    'Set DATABASE_URL to a database of the PostgreSQL server to measure on, ' +
      'as postgres://postgres@127.0.0.1:5432/postgres. Databases annuaire_bench_… are made beside it.'
  )
}

const listOf = (text: string): readonly string[] => text.split(',').filter((part) => part !== '')

function whole(name: string, text: string, most: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= 1 && number <= most) return number
  throw new Error(`${name} must be a whole number from 1 to ${most}, and ${JSON.stringify(text)} is not.`)
}
