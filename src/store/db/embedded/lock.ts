import { linkSync, renameSync, type Stats, statSync, unlinkSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { localAddress } from './address.ts'

/** How long to wait for the process id of the lock's holder, which is only needed for the message. */
const PID_WAIT_MS = 500

/**
 * Makes this process the only one that opens the folder. The lock is a listening socket, which the system releases
 * however the process ends. A file with a process id could be misleading: in a container, the dead process and the
 * living one may both be number 7.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const address = localAddress(folder, 'lock')
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.end(`${process.pid}\n`)
  })
  // Two processes may find the same stale lock at the same time. The process that loses the race finds the lock of
  // the winner in its next iteration.
  while (!(await listens(server, address))) {
    const dead = statIfThere(address)
    const holder = await holderOf(address)
    if (holder !== undefined) throw new Error(inUse(folder, holder))
    if (dead) removeDead(address, dead)
  }
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

function inUse(folder: string, holder: string): string {
  return (
    `The folder ${folder} is in use by ${holder}. Stop that process first, set DATA_DIR to another ` +
    'folder, or set DATABASE_URL: several processes can share a PostgreSQL server.'
  )
}

function listens(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error)
    )
    server.listen(address, () => {
      server.removeAllListeners('error')
      resolve(true)
    })
  })
}

/** The process that listens at the address; undefined if no process does. */
function holderOf(address: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path: address })
    let pid = ''
    const report = () => {
      socket.destroy()
      resolve(/^\d+\n$/.test(pid) ? `process ${pid.trim()}` : 'another process')
    }
    socket.once('connect', () => socket.setTimeout(PID_WAIT_MS, report))
    socket.on('data', (chunk) => {
      pid += chunk
    })
    socket.once('end', report)
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(undefined)
      else reject(error)
    })
  })
}

function statIfThere(address: string): Stats | undefined {
  return statSync(address, { throwIfNoEntry: false })
}

/**
 * Removes the socket file of a dead process. The file is moved aside before it is checked, because a move is
 * atomic. If another process has replaced it with a live one in the meantime, the live file is put back.
 */
function removeDead(address: string, dead: Stats): void {
  const aside = `${address}.${process.pid}`
  try {
    renameSync(address, aside)
    const moved = statSync(aside)
    if (moved.ino !== dead.ino || moved.mtimeMs !== dead.mtimeMs) linkSync(aside, address)
    unlinkSync(aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
