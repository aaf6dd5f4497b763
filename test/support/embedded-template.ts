import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { lockFolder } from '../../src/store/db/embedded/lock.ts'

// Creating a database takes ten seconds or more, while copying one takes one second. Therefore a template is
// created once for each state of its sources, and kept between runs.

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CACHE = join(ROOT, 'node_modules/.cache/annuaire')

/** The files and folders on which the content of a template depends. */
const SOURCES = ['prisma/migrations', 'src/domain/vocabularies', 'src/store', 'package-lock.json']
const MATTERS = /migration\.sql$|vocabular|territor|administrative|package-lock/

type Where = { readonly DATA_DIR: string }

export async function emptyFolder(t: Test): Promise<Where> {
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-test-'))
  // The folder is removed after the database is closed, because teardowns run in reverse order.
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  return { DATA_DIR: folder }
}

export async function embeddedCopy(t: Test, prepare: (where: Where) => Promise<void>): Promise<Where> {
  const template = await ensureTemplate(prepare)
  const where = await emptyFolder(t)
  await cp(template, where.DATA_DIR, { recursive: true })
  return where
}

async function ensureTemplate(prepare: (where: Where) => Promise<void>): Promise<string> {
  const template = join(CACHE, `template-${await stateOfSources()}`)
  if (await exists(template)) return template
  await mkdir(CACHE, { recursive: true })
  // Test files start simultaneously; the first one creates the template, the others wait.
  const lock = await waitForLock()
  try {
    if (await exists(template)) return template
    const making = await mkdtemp(join(CACHE, 'making-'))
    await prepare({ DATA_DIR: making })
    await rename(making, template)
    await removeOthers(template)
  } finally {
    await lock.release()
  }
  return template
}

async function waitForLock(): ReturnType<typeof lockFolder> {
  for (;;) {
    const lock = await lockFolder(CACHE).catch(() => undefined)
    if (lock) return lock
    await wait(200)
  }
}

async function removeOthers(template: string): Promise<void> {
  const others = (await readdir(CACHE)).map((name) => join(CACHE, name)).filter((path) => path !== template)
  const folders = others.filter((path) => /(template|making)-\w+$/.test(path))
  await Promise.all(folders.map((path) => rm(path, { recursive: true, force: true })))
}

async function stateOfSources(): Promise<string> {
  const files = (await Promise.all(SOURCES.map(filesUnder))).flat().filter((path) => MATTERS.test(path))
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file).update(await readFile(join(ROOT, file)))
  return hash.digest('hex').slice(0, 16)
}

async function filesUnder(path: string): Promise<readonly string[]> {
  if ((await stat(join(ROOT, path))).isFile()) return [path]
  const entries = await readdir(join(ROOT, path), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  )
