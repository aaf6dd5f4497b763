// Makes what is not committed: the Prisma client, what tap runs with, and dist/. Does only what is out of date.
//
//   node scripts/build.js                 all that `npm start` needs
//   node scripts/build.js --client-only   the Prisma client alone: enough to run or check the sources
//   node scripts/build.js --for-tests     the Prisma client, and tap with the plugins that .taprc chooses
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (path) => join(root, path)

/** Runs a tool of node_modules quietly, and shows what it said only when it failed. */
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
  // Prisma would download an engine that generating does not use; any executable in its place stops that.
  run('node_modules/prisma/build/index.js', ['generate'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1'
  })
}

if (process.argv.includes('--for-tests')) {
  // As installed, tap holds its TypeScript plugin, which fails with TypeScript 7.
  const tap = 'node_modules/@tapjs/test/test-built/dist/esm/index.js'
  const madeFrom = ['.taprc', 'node_modules/.package-lock.json']
  if (!existsSync(at('.tap/plugins')) || madeFrom.some((source) => isOlder(tap, source))) {
    run('node_modules/tap/dist/esm/run.mjs', ['build'])
  }
} else if (!process.argv.includes('--client-only')) {
  run('node_modules/typescript/bin/tsc', ['-p', 'src'])
}
