// Lists the test files that need neither a database nor another process, because no module that they reach opens one.
// With a folder and a number, writes that many test files there, each of which imports its share of them, and lists
// those instead: started one by one, 67 processes load the same modules 67 times.
//
//   node .ci/pure-tests.js
//   node .ci/pure-tests.js --others
//   node .ci/pure-tests.js FOLDER NUMBER

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DATABASE = join(ROOT, 'src/store/db/database.ts')

/** Paths of the modules that a file imports when it runs; types are not imported. */
const importedBy = (path) =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /^(?:import|export) (?!type )[^'"]*['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm
    )
  ].map(([, fixed, dynamic]) => fixed ?? dynamic)

const known = new Map()

function isPure(path) {
  if (known.has(path)) return known.get(path)
  known.set(path, true)
  const pure = path !== DATABASE && importedBy(path).every((name) => isPureImport(path, name))
  known.set(path, pure)
  return pure
}

function isPureImport(path, name) {
  if (!name.startsWith('.')) return !/^(node:)?(child_process|worker_threads)$/.test(name)
  const target = resolve(dirname(path), name)
  return !existsSync(target) || !/\.tsx?$/.test(target) || isPure(target)
}

const testsIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .sort()

const list = (paths) => process.stdout.write(paths.map((path) => `${path.slice(ROOT.length)}\n`).join(''))

const tests = testsIn(join(ROOT, 'test'))
const pure = tests.filter(isPure)
const [folder, number] = process.argv.slice(2)
if (folder === undefined) list(pure)
else if (folder === '--others') list(tests.filter((path) => !pure.includes(path)))
else {
  mkdirSync(folder, { recursive: true })
  for (let share = 0; share < Number(number); share++) {
    const imports = pure.filter((_, at) => at % Number(number) === share)
    const path = join(folder, `pure-${share + 1}.test.js`)
    writeFileSync(path, imports.map((each) => `await import(${JSON.stringify(each)})\n`).join(''))
    process.stdout.write(`${path}\n`)
  }
}
