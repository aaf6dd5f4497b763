// Runs the program as users do: dist/server.js in a separate process, on its own port.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type ApiProcess = {
  readonly port: number
  /** CPU seconds since the start; null if the system does not report them. */
  readonly cpuSeconds: () => number | null
  /** Peak memory in MB; null if the system does not report it. */
  readonly peakMemory: () => number | null
  readonly stop: () => Promise<void>
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export function buildProgram(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build.js'], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) throw new Error('The program does not compile, so there is nothing to measure.')
}

/**
 * The Node options used by `npm start` and the Dockerfile. With them, the peak memory of an export of a million
 * places is 60 MB lower.
 */
const AS_STARTED = ['--max-semi-space-size=4']

type Where = { readonly DATABASE_URL: string } | { readonly DATA_DIR: string }

/** Starts the API, with further settings; it writes a CPU profile to `profileFolder` when it stops. */
export async function startApi(
  where: Where,
  profileFolder?: string,
  settings: Readonly<Record<string, string>> = {}
): Promise<ApiProcess> {
  const profiling = profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : []
  const child = spawn(process.execPath, [...AS_STARTED, ...profiling, 'dist/server.js'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...where,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      RATE_LIMIT_PER_MINUTE: '0',
      // The bench names a client with each request, because one client gets only a share of the connections.
      TRUST_PROXY: 'loopback',
      ...settings
    }
  })
  const port = await portOf(child)
  const of = (file: string) => readProcess(child.pid, file)
  return {
    port,
    cpuSeconds: () => cpuSecondsIn(of('stat')),
    peakMemory: () => peakMemoryIn(of('status')),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    }
  }
}

/** The program prints its address within seconds, also over a million places. */
const START_MS = 120_000

async function portOf({ stdout }: ChildProcess): Promise<number> {
  if (!stdout) throw new Error('The API process has no output to read its port from.')
  let port: string | undefined
  for await (const line of createInterface({ input: stdout, signal: AbortSignal.timeout(START_MS) })) {
    port = /http:\/\/[^/]+:(\d+)\//.exec(line)?.[1]
    if (port !== undefined) break
  }
  if (port === undefined)
    throw new Error('The API process ended or took too long before it printed its address.')
  // Further output is discarded, so that the pipe does not fill up.
  stdout.resume()
  return Number(port)
}

function readProcess(pid: number | undefined, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}

/**
 * The CPU seconds in /proc/PID/stat, where Linux counts in hundredths of a second. The fields are counted from the
 * last closing bracket, because the program's name before it may contain spaces.
 */
function cpuSecondsIn(stat: string | null): number | null {
  if (stat === null) return null
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function peakMemoryIn(status: string | null): number | null {
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status ?? '')?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}
