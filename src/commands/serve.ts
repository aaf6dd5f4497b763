import type { AddressInfo } from 'node:net'
import type { Command } from 'commander'
import { type Config, legalNotice, readConfig, startedByNpm } from '../config.ts'
import { openDeps } from '../deps.ts'
import { handledLater } from '../domain/concurrency/handled-later.ts'
import { mapFilters, tilePlaces } from '../domain/search/cluster-places.ts'
import { EVERYTHING } from '../domain/search/search-question.ts'
import { SOURCES } from '../importers/sources/sources.ts'
import { prepareDirectory } from '../prepare-directory.ts'
import { startDelivery } from './deliver.ts'
import { loadFirstSample } from './first-sample.ts'
import { startHousekeeping } from './housekeeping.ts'
import { startSchedule } from './imports/cadence.ts'
import { print } from './shell/print.ts'
import { stopSignal } from './shell/stop-signal.ts'

/**
 * Kubernetes kills a process after 30 seconds. Requests still running after this time are cut off, to leave
 * time to close the database.
 */
const SHUTDOWN_MS = 25_000

/** Whatever goes on after this time too, a chore that waits for another process for example, is undone by the database. */
const LAST_MS = 2_000

/** Most imports end within this time. The others are interrupted, which leaves ten seconds to undo what they wrote. */
const IMPORTS_MS = 15_000

/** The tile that shows everything. */
const WORLD = { zoom: 0, x: 0, y: 0 }

type ServeOptions = { readonly sync?: boolean }

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('answer requests on HOST:PORT until stopped (SIGTERM or Ctrl-C)')
    .option('--sync', 'also fetch and import each source that has a URL, on its schedule')
    .action(({ sync = false }: ServeOptions) => serve(readConfig(), { sync }))
}

/**
 * Serves until a signal, then lets running requests finish and closes everything in reverse order. Imports over HTTP are
 * interrupted after `importsMs`.
 */
export async function serve(
  config: Config,
  { sync = false }: ServeOptions = {},
  importsMs = IMPORTS_MS
): Promise<void> {
  const stop = stopSignal({ startedByNpm: startedByNpm() })
  print(openingMessage(config))
  // The app's modules load while the embedded database opens in its own thread.
  const loading = import('../app.ts')
  const deps = await openDeps(config)
  try {
    await prepareDirectory(deps.database)
    await loadFirstSample(config, deps.database)
    // Reading the words and names takes a second or more, during which the process answers nothing else. It is done
    // before the server listens, so that the first request does not have to wait, and before the application is built,
    // which measures from then on how late the process is: it would refuse all requests of its first second.
    await deps.words()
    const { buildApp } = await loading
    const app = await buildApp(deps)
    // Counts the map that most people see first before anyone asks for it: with a million places, it takes seconds.
    handledLater(tilePlaces(deps.places, await mapFilters(deps, EVERYTHING), WORLD))
    await app.listen({ host: config.HOST, port: config.PORT })
    print(welcomeMessage(config, app.server.address() as AddressInfo))
    const stopHousekeeping = startHousekeeping(
      deps.database,
      app.log,
      config.PARTICIPATION ? { digests: deps.subscriptions.tell, 'mails to sources': deps.feedback.tell } : {}
    )
    const stopDelivery = config.PARTICIPATION ? startDelivery(config, deps.database, app.log) : undefined
    const stopSync = sync ? startSchedule(deps.database, SOURCES, app.log) : undefined
    await stop
    // The schedule stops at once instead of after the last request: an import that is cancelled has changed nothing.
    const synced = stopSync?.()
    setTimeout(() => process.exit(1), SHUTDOWN_MS + LAST_MS).unref()
    const importsTimer = setTimeout(() => deps.endImports(), importsMs)
    const shutdownTimer = setTimeout(() => app.server.closeAllConnections(), SHUTDOWN_MS)
    await app.close()
    clearTimeout(importsTimer)
    clearTimeout(shutdownTimer)
    await Promise.all([stopHousekeeping(), stopDelivery?.(), synced])
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
  const legal = legalNotice(config)
  const base = config.PUBLIC_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const lines = [
    `Directory: ${base}/`,
    `API: ${base}/v1/places`,
    ...(config.EXPOSE_DOCS ? [`Documentation: ${base}/docs`] : []),
    `Example, places near the centre of Lyon: ${base}/v1/places?lat=45.764&lon=4.8357&limit=5`,
    ...(legal === undefined ? [] : [legal])
  ]
  return `${lines.join('\n')}\n`
}
