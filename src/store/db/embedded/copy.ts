import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const CONTROL = 'global/pg_control'
const LOG = 'pg_wal'

/** A checkpoint, which only happens when the database starts or stops, is over before the next attempt. */
const ATTEMPTS = 3

/**
 * Copies an embedded database while another process writes to it, into a folder that must not exist yet. The copy has all
 * that was committed before the call, and opens as after a crash.
 *
 * This follows the order of PostgreSQL's own online backups. First the control file, which names the last checkpoint; then
 * the tables, in any state; last the write-ahead log, which repairs them: since the checkpoint, it has every change, and the
 * whole page at the first change of each. A new checkpoint in between would remove the beginning of that log, so the copy is
 * then made again.
 */
export async function copyEmbedded(dataDir: string, to: string): Promise<void> {
  const from = join(dataDir, 'database')
  const started = `${to}.unfinished`
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await rm(started, { recursive: true, force: true })
    const control = await readFile(join(from, CONTROL))
    const copy = join(started, 'database')
    await copyFolder(from, copy, (path) => path !== LOG && path !== CONTROL)
    await copyFile(join(from, CONTROL), join(copy, CONTROL))
    await copyFolder(join(from, LOG), join(copy, LOG), () => true)
    if (
      control.equals(await readFile(join(from, CONTROL))) &&
      control.equals(await readFile(join(copy, CONTROL)))
    ) {
      return rename(started, to)
    }
  }
  throw new Error(`The database in ${dataDir} was started or stopped during the copy. Try again.`)
}

async function copyFolder(from: string, to: string, wanted: (path: string) => boolean): Promise<void> {
  // As PostgreSQL requires: for its owner only.
  await mkdir(to, { recursive: true, mode: 0o700 })
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name).slice(from.length + 1)
    if (!wanted(path.split('/')[0] === LOG ? LOG : path)) continue
    const copy = join(to, path)
    if (entry.isDirectory()) await mkdir(copy, { recursive: true, mode: 0o700 })
    else {
      await mkdir(dirname(copy), { recursive: true, mode: 0o700 })
      await copyFile(join(from, path), copy).catch(unlessGone)
    }
  }
}

/** A table that has been dropped meanwhile is not missed: the log says so too. */
function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
