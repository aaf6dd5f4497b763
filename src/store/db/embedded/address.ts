import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Maximum length of a socket path in bytes. sockaddr_un has 104 bytes on macOS and BSD and 108 on Linux; a longer
 * path is truncated without an error.
 */
const LONGEST_SOCKET_PATH = 100

/**
 * The local address for a folder: a socket file in it or, on Windows, a named pipe. A TCP port is never used,
 * because the embedded database requires no password and other users can connect to a port.
 */
export function localAddress(folder: string, name: string): string {
  const inFolder = join(folder, name)
  if (process.platform !== 'win32' && Buffer.byteLength(inFolder) <= LONGEST_SOCKET_PATH) return inFolder
  const id = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\annuaire-${id}-${name}`
  const short = join(tmpdir(), `annuaire-${process.getuid?.()}-${id}`)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  return join(short, name)
}
