import type { AddressInfo } from 'node:net'
import type { Command } from 'commander'
import { type Config, readConfig, startedByNpm } from '../config.ts'
import { openDeps } from '../deps.ts'
import { SOURCES } from '../importers/sources/sources.ts'
import { prepareDirectory } from '../prepare-directory.ts'
import { loadFirstSample } from './first-sample.ts'
import { startHousekeeping } from './housekeeping.ts'
import { startSchedule } from './imports/cadence.ts'
import { stopSignal } from './shell/stop-signal.ts'

/**
 * Kubernetes kills a process after 30 seconds. Requests still running after this time are cut off, to leave
 * time to close the database.
 */
const SHUTDOWN_MS = 25_000

type ServeOptions = { readonly sync?: boolean }

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('answer requests on HOST:PORT until stopped (SIGTERM or Ctrl-C)')
    .option('--sync', 'also fetch and import each source that has a URL, on its schedule')
    .action(({ sync = false }: ServeOptions) => serve(readConfig(), { sync }))
}

/** Serves until a signal, then lets running requests finish and closes everything in reverse order. */
export async function serve(config: Config, { sync = false }: ServeOptions = {}): Promise<void> {
  const stop = stopSignal({ startedByNpm: startedByNpm() })
  process.stdout.write(openingMessage(config))
  // The app's modules load while the embedded database opens in its own thread.
  const loading = import('../app.ts')
  const deps = await openDeps(config)
  try {
    await prepareDirectory(deps.database)
    await loadFirstSample(config, deps.database)
    const { buildApp } = await loading
    const app = await buildApp(deps)
    // Reading the words and names takes a second or more, in which nothing else is answered. It is done before the
    // server listens, so that the first question does not have to wait.
    await deps.words()
    await app.listen({ host: config.HOST, port: config.PORT })
    process.stdout.write(welcomeMessage(config, app.server.address() as AddressInfo))
    const stopHousekeeping = startHousekeeping(deps.database, app.log)
    const stopSync = sync ? startSchedule(deps.database, SOURCES, app.log) : undefined
    await stop
    // The schedule stops at once instead of after the last request: an import that is cancelled has changed nothing.
    const synced = stopSync?.()
    const shutdownTimer = setTimeout(() => app.server.closeAllConnections(), SHUTDOWN_MS)
    await app.close()
    clearTimeout(shutdownTimer)
    await Promise.all([stopHousekeeping(), synced])
  } finally {
    await deps.close()
  }
}

function openingMessage({ DATABASE_URL, DATA_DIR }: Config): string {
  return DATABASE_URL === undefined
    ? `Opening the embedded database in ${DATA_DIR} (half a minute the first time)\n`
    : 'Opening the database at DATABASE_URL\n'
}

function welcomeMessage(config: Config, { port }: AddressInfo): string {
  // A wildcard address cannot be opened in a browser.
  const host = ['0.0.0.0', '::'].includes(config.HOST) ? 'localhost' : config.HOST
  const base = config.PUBLIC_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const lines = [
    `Directory: ${base}/`,
    `API: ${base}/v1/places`,
    ...(config.EXPOSE_DOCS ? [`Documentation: ${base}/docs`] : []),
    `Example, places near the centre of Lyon: ${base}/v1/places?lat=45.764&lon=4.8357&limit=5`
  ]
  return `${lines.join('\n')}\n`
}
