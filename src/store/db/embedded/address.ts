import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Maximum length of a socket path in bytes. sockaddr_un has 104 bytes on macOS and BSD and 108 on Linux; a longer
 * path is truncated without an error.
 */
const LONGEST_SOCKET_PATH = 100

/**
 * The local address of a service in a folder: a socket file in the folder or, on Windows, a named pipe. A TCP port
 * is never used, because the embedded database requires no password and other users can connect to a port.
 */
export function localAddress(folder: string, name: string): string {
  const inFolder = join(folder, name)
  if (process.platform !== 'win32' && Buffer.byteLength(inFolder) <= LONGEST_SOCKET_PATH) return inFolder
  const id = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\annuaire-${id}-${name}`
  const short = join(tmpdir(), `annuaire-${process.getuid?.()}-${id}`)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  refuseOthers(short)
  return join(short, name)
}

/**
 * The name of the folder can be guessed, and others may write beside it: one that another user made first would lead
 * every query, and the database without a password, to them.
 */
function refuseOthers(folder: string): void {
  const found = lstatSync(folder)
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0) return
  throw new Error(
    `The folder ${folder} is not a folder of this user alone, so the embedded database does not use it. ` +
      'Remove it, or set DATA_DIR to a folder with a shorter path.'
  )
}
