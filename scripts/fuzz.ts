// Sends the running program requests that schemathesis makes from the reference: valid ones, nearly valid ones and
// nonsense. Fails if an answer has a status of 500 or more, is not as the reference describes it, or accepts what the
// reference forbids; `fuzz.toml` lists the checks. Needs Python 3.10 or later; schemathesis is installed once, in
// node_modules/.cache.
//
//   npm run fuzz                     for five minutes, on an embedded database of its own
//   npm run fuzz -- --minutes 1 --seed 7
//   DATABASE_URL=… npm run fuzz      on a database that it creates on this server, and drops
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.ts'
import { newKey, PRIVACY_SCOPE, REVIEW_SCOPE, writingScope } from '../src/domain/access/api-keys.ts'
import { prepareDirectory } from '../src/prepare-directory.ts'
import { writeSample } from '../src/seed/write-sample.ts'
import { keyStore } from '../src/store/access/key-store.ts'
import { openDatabase } from '../src/store/db/database.ts'
import { createSource } from '../src/store/imports/source-definitions.ts'
import { buildProgram, startApi } from './bench/api-process.ts'
import { addressOf, onServer } from './bench/database.ts'

const VERSION = '4.32.5'
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TOOLS = join(ROOT, `node_modules/.cache/annuaire/schemathesis-${VERSION}`)

/** The source of the example in the reference. */
const SOURCE = {
  source: 'mediatheques-normandie',
  name: 'Médiathèques de Normandie',
  licence: 'etalab-2.0',
  homepage: null,
  publishes_persons: false,
  priority: 40,
  gives: 'places'
} as const

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' } }
})
const minutes = Number(values.minutes)
if (!(minutes > 0 && minutes <= 600)) throw new Error('--minutes must be a number from 0 to 600.')

install()
buildProgram()
const server = process.env.DATABASE_URL
process.exitCode = await (server ? onNewDatabase(server) : inNewFolder())

/** A database, or folder, of its own: the requests write records and decisions. */
async function onNewDatabase(url: string): Promise<number> {
  const name = `annuaire_fuzz_${process.pid}`
  await onServer(url, (client) => client.query(`CREATE DATABASE ${name}`))
  try {
    return await fuzz({ DATABASE_URL: addressOf(url, name) })
  } finally {
    await onServer(url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  }
}

async function inNewFolder(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-fuzz-'))
  try {
    return await fuzz({ DATA_DIR: folder })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fuzz(
  where: { readonly DATABASE_URL: string } | { readonly DATA_DIR: string }
): Promise<number> {
  const key = await prepared(where)
  const api = await startApi(where)
  try {
    return await schemathesis([
      ...['--no-color', '--config-file', join(ROOT, 'scripts/fuzz.toml')],
      'run',
      `http://127.0.0.1:${api.port}/openapi.json`,
      ...['--header', `Authorization: Bearer ${key}`],
      ...['--max-time', String(Math.round(minutes * 60))],
      ...['--seed', values.seed],
      // On a busy machine; a search that is too slow is answered with 503.
      ...['--request-timeout', '60', '--max-response-time', '60']
    ])
  } finally {
    await api.stop()
  }
}

/** Fills the database. Returns a key for everything that needs one. */
async function prepared(where: Readonly<Record<string, string>>): Promise<string> {
  const database = await openDatabase(readConfig({ ...where, SEARCH_TIMEOUT_MS: '60000' }))
  try {
    await prepareDirectory(database)
    await writeSample(database, { count: 1_000, seed: 1 })
    await createSource(database.batch, SOURCE)
    const { id, token, digest } = newKey()
    const scopes = [REVIEW_SCOPE, PRIVACY_SCOPE, writingScope(SOURCE.source)]
    await keyStore(database.batch).add({ id, name: 'Fuzzing', digest, scopes, expires_at: null })
    return token
  } finally {
    await database.close()
  }
}

async function schemathesis(args: readonly string[]): Promise<number> {
  const env = {
    ...process.env,
    SCHEMATHESIS_HOOKS: join(ROOT, 'scripts/fuzz-hooks.py'),
    PYTHONDONTWRITEBYTECODE: '1'
  }
  const program = join(TOOLS, 'bin/schemathesis')
  const child = spawn(program, args, { cwd: TOOLS, stdio: 'inherit', env })
  const [status] = await once(child, 'exit')
  return status ?? 1
}

function install(): void {
  if (existsSync(join(TOOLS, 'installed'))) return
  const run = (command: string, ...args: readonly string[]) => {
    const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error(`This failed: ${command} ${args.join(' ')}`)
  }
  run('python3', '-m', 'venv', '--clear', TOOLS)
  run(join(TOOLS, 'bin/pip'), 'install', '--quiet', `schemathesis==${VERSION}`)
  // Written last, so that an installation that was interrupted is made again.
  run('touch', join(TOOLS, 'installed'))
}
