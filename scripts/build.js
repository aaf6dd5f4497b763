// Builds the files that are not committed: the Prisma client, the build of tap, and dist/. Files that are up to
// date are not built again.
//
//   node scripts/build.js                 everything that `npm start` needs
//   node scripts/build.js --client-only   only the Prisma client, enough to run or check the sources
//   node scripts/build.js --for-tests     the Prisma client, the browser files, and tap with the plugins of .taprc
//   node scripts/build.js --for-dev       the Prisma client and the browser files
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (path) => join(root, path)

/** Runs a tool of node_modules, and prints its output only if it fails. */
function run(script, args, env = {}) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [at(script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8'
  })
  if (status === 0) return
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`)
  process.exit(1)
}

function isOlder(file, source) {
  return !existsSync(at(file)) || statSync(at(file)).mtimeMs < statSync(at(source)).mtimeMs
}

const client = 'src/store/prisma-client/client.ts'
if (isOlder(client, 'prisma/schema.prisma') || isOlder(client, 'node_modules/.package-lock.json')) {
  // Without this variable, Prisma would download an engine that `generate` does not use. Any executable prevents
  // the download.
  run('node_modules/prisma/build/index.js', ['generate'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1'
  })
}

// The code for browsers is built again if anything in these folders is newer, because it shares pages and wording
// with the server. Deleted files count too, because deleting a file changes the date of its folder.
const MADE_FOR_BROWSERS = [
  'src/browser',
  'src/pages',
  'src/domain',
  'scripts',
  'node_modules/.package-lock.json'
]

function newest(path) {
  const { mtimeMs } = statSync(at(path))
  if (!statSync(at(path)).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(at(path)).map((name) => newest(join(path, name))))
}

if (!process.argv.includes('--client-only')) {
  const made = 'dist/browser/manifest.json'
  const since = existsSync(at(made)) ? statSync(at(made)).mtimeMs : 0
  if (MADE_FOR_BROWSERS.some((path) => newest(path) > since)) {
    // Imported only here, so that building only the Prisma client does not load it.
    const { buildBrowser } = await import('./build-browser.js')
    await buildBrowser(root)
  }
}

if (process.argv.includes('--for-tests')) {
  // The installed build of tap contains its TypeScript plugin, which fails with TypeScript 7, so tap is built again.
  const tap = 'node_modules/@tapjs/test/test-built/dist/esm/index.js'
  const madeFrom = ['.taprc', 'node_modules/.package-lock.json']
  if (!existsSync(at('.tap/plugins')) || madeFrom.some((source) => isOlder(tap, source))) {
    run('node_modules/tap/dist/esm/run.mjs', ['build'])
  }
} else if (!['--client-only', '--for-dev'].some((only) => process.argv.includes(only))) {
  run('node_modules/typescript/bin/tsc', ['-p', 'src'])
}
