import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { circleFaults } from './support/law/circles.ts'
import { faceFaults, floorFaults, floorOf, roomFaults } from './support/law/imports.ts'
import { exportFaults, folderFaults, sqlFaults } from './support/law/places.ts'
import { readSources } from './support/law/sources.ts'
import { readFloors, readList, readRooms } from './support/law/tables.ts'

// src/README.md defines which imports are allowed; this test reads its tables. test/law.test.ts proves that each
// rule can fail.

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8')
const about = JSON.parse(read('package.json'))
const readme = read('src/README.md')
const dependencies: readonly string[] = Object.keys(about.dependencies)
const sources = readSources(`${ROOT}src`, dependencies)
const rooms = readRooms(readme)

t.test('floors import what the table of floors allows, and all of it', async (t) => {
  t.same(floorFaults(sources, readFloors(readme)), [])
})

t.test('rooms import what the table of their floor allows, and all of it', async (t) => {
  t.same(roomFaults(sources, rooms), [])
})

t.test('no file, room or floor reaches itself through others', async (t) => {
  t.same(circleFaults(sources, rooms), [])
})

t.test('SQL is written in the .sql.ts files of store, and where a connection is opened', async (t) => {
  t.same(sqlFaults(sources, 'store/db/server-connection.ts'), [])
})

t.test('no face of the directory imports another', async (t) => {
  const faces = readList(readme, 'Faces:')
  t.ok(faces.length > 1)
  t.same(faceFaults(sources, faces), [])
})

t.test('no folder holds more files than a reader sees at once', async (t) => {
  t.same(folderFaults(ROOT, ['src', 'test', 'scripts'], readList(readme, 'Data,')), [])
})

t.test('what is exported is imported elsewhere', async (t) => {
  const users = [readSources(`${ROOT}test`), readSources(`${ROOT}scripts`)]
  // scripts/build-browser.js uses this file in place of another module.
  t.same(exportFaults(sources, users, ['browser/embed/worker-url.ts']), [])
})

t.test('every file that the README of the house names is there', async (t) => {
  const paths = sources.files.map(({ path }) => path)
  const named = [...readme.matchAll(/`(\w[\w./-]*\.tsx?)`/g)].map(([, name = '']) => name)
  t.ok(named.length > 50)
  const isThere = (name: string) =>
    existsSync(`${ROOT}${name}`) || paths.some((path) => path === name || path.endsWith(`/${name}`))
  t.same(
    named.filter((name) => !isThere(name)),
    []
  )
})

t.test('http names only deps.ts above itself, and only its type', async (t) => {
  const values = sources.imports.filter(({ target, isType }) => target === 'deps.ts' && !isType)
  t.same(
    values.map(({ file }) => file).filter((file) => floorOf(file) === 'http'),
    []
  )
})

t.test('browser imports only types of http', async (t) => {
  const values = sources.imports.filter(({ target, isType }) => floorOf(target) === 'http' && !isType)
  t.same(
    values.map(({ file }) => file).filter((file) => floorOf(file) === 'browser'),
    []
  )
})

t.test('the environment is read in config.ts alone', async (t) => {
  const readers = sources.files.filter(({ text }) => /\bprocess\.env\b/.test(text))
  t.same(
    readers.map(({ path }) => path),
    ['config.ts']
  )
})

t.test('every package that is used is declared, and every one declared is used', async (t) => {
  const packages = sources.imports.filter(({ isOwn, target }) => !isOwn && !target.startsWith('virtual:'))
  const isBundled = (name: string) => !dependencies.includes(name)
  // Packages that are bundled for browsers must be devDependencies, because they are not installed where the
  // program runs.
  const bundled = packages.filter(({ file, target }) => floorOf(file) === 'browser' && isBundled(target))
  t.same(
    bundled.filter(({ target }) => !(target in about.devDependencies)),
    []
  )
  const client = read('src/store/prisma-client/client.ts').matchAll(/from ['"]([^.'"][^'"]*)['"]/g)
  const used = [
    ...packages.filter((each) => !bundled.includes(each)).map(({ target }) => target),
    ...[...client].map(([, name = '']) => name.split('/').slice(0, 2).join('/'))
  ].filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
  t.same([...new Set(used)].toSorted(), dependencies.toSorted())
})

t.test('npm ci installs the same everywhere: the lock is whole, and names no registry', async (t) => {
  const text = read('package-lock.json')
  const { packages } = JSON.parse(text) as {
    packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>
  }
  t.notMatch(text, /"resolved"/)
  const paths = Object.keys(packages)
  t.same(
    paths.filter((path) => !packages[path]?.version),
    []
  )
  const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies)
  )
  // npm install on one platform tends to drop the optional packages of other platforms from the lock, and npm ci
  // then refuses the lock.
  t.same(
    optional.filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`))),
    []
  )
})
