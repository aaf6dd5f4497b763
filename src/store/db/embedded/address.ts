import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** sockaddr_un holds 104 bytes on macOS and BSD, 108 on Linux, and what is longer is cut off in silence. */
const LONGEST_SOCKET_PATH = 100

/**
 * Where processes of this machine meet for one folder: a socket file in it or, on Windows, a named pipe.
 * Never a TCP port: the embedded database asks for no password, and a port has no owner.
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
