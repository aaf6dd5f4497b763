// Runs pgbench on scripts with as many clients as the API gets, and with the settings of the API's
// connections.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { mean } from '../statistics.ts'
import type { Script } from './pgbench-script.ts'

export function requirePgbench(): void {
  const { error } = spawnSync('pgbench', ['--version'])
  if (error) {
    throw new Error(
      'pgbench is not on the PATH. It comes with PostgreSQL: on Debian, in the packages postgresql-15 and ' +
        'postgresql-client-common.'
    )
  }
}

export type PgbenchOptions = {
  /** Includes the settings of the API's connections. */
  readonly connectionString: string
  readonly scripts: readonly Script[]
  /** Requests per transaction of each script. */
  readonly requests: number
  readonly clients: number
  readonly seconds: number
}

/**
 * Number of seconds at the start that are not counted. In its first second, each connection prepares its
 * statements; the connections of the API did this earlier.
 */
const WARM_UP = 1

/** Measures the number of requests per second; each request sends all its statements. */
export async function pgbench(options: PgbenchOptions): Promise<number> {
  const { connectionString, scripts, requests, clients, seconds } = options

  const folder = await mkdtemp(join(tmpdir(), 'annuaire-bench-'))
  try {
    const files = await Promise.all(
      scripts.map(async (script, n) => {
        const file = join(folder, `${n}.sql`)
        await writeFile(file, script.text)
        return `--file=${file}@${script.weight}`
      })
    )
    const output = await run(connectionString, [
      '--no-vacuum',
      '--protocol=prepared',
      `--client=${clients}`,
      `--jobs=${Math.min(clients, availableParallelism())}`,
      `--time=${seconds + WARM_UP}`,
      '--progress=1',
      ...files
    ])
    return rateIn(output) * requests
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function run(connectionString: string, args: readonly string[]): Promise<string> {
  const address = new URL(connectionString)
  const PGPASSWORD = decodeURIComponent(address.password)
  // The password is not put on the command line, which all users of the machine can read.
  address.password = ''
  // A plus sign is written as %20, because libpq does not decode it as a space.
  const url = address.href.replaceAll('+', '%20')
  const child = spawn('pgbench', [...args, url], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...(PGPASSWORD && { PGPASSWORD }) }
  })
  const [output, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  if (status !== 0) throw new Error(`pgbench failed:\n${output}`)
  return output
}

/**
 * Reads the rate from the output of pgbench, which prints a line of progress per second: "progress: 2.0 s, 79.0
 * tps, lat 101.2 ms stddev 3.1, 0 failed".
 */
function rateIn(output: string): number {
  const rates = [...output.matchAll(/^progress: ([\d.]+) s, ([\d.]+) tps/gm)]
    .filter(([, second]) => Number(second) > WARM_UP + 0.5)
    .map(([, , rate]) => Number(rate))
  if (rates.length === 0) throw new Error(`pgbench reported no rate:\n${output}`)
  return mean(rates)
}
