import { mkdirSync } from 'node:fs'
import { Socket } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { localAddress } from './address.ts'
import { lockFolder } from './lock.ts'
import type { WorkerTask } from './worker.ts'

const RESTART_PAUSE_MS = 1_000

type Embedded = {
  /** Opens a socket to the database, for `pg`. */
  connect(): Socket
  close(): Promise<void>
}

/**
 * Opens the embedded database in a folder, which is created if it does not exist, and keeps it running until
 * `close`.
 */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  // Only the owner may enter the folder, because the socket in it requires no password.
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const folder = resolve(dataDir)
  const lock = await lockFolder(folder)
  const task: WorkerTask = { folder: join(folder, 'database'), address: localAddress(folder, 'socket') }
  const keeper = await keepRunning(task).catch(async (error) => {
    await lock.release()
    throw error
  })
  return {
    connect: () => socketTo(task.address),
    close: async () => {
      await keeper.close()
      await lock.release()
    }
  }
}

/**
 * Runs the worker, and restarts it if it ends by itself. Nothing is lost then, because every committed row is on
 * disk.
 */
async function keepRunning(task: WorkerTask): Promise<{ close(): Promise<void> }> {
  let worker = await startWorker(task)
  let closing = false
  const watch = () => worker.once('exit', restart)
  const restart = async (): Promise<void> => {
    if (closing) return
    await wait(RESTART_PAUSE_MS)
    if (closing) return
    worker = await startWorker(task).catch(() => worker)
    if (worker.threadId === -1) return restart()
    watch()
  }
  watch()
  return {
    close: async () => {
      closing = true
      if (worker.threadId === -1) return
      const ended = new Promise((resolve) => worker.once('exit', resolve))
      worker.postMessage('close')
      await ended
    }
  }
}

async function startWorker(task: WorkerTask): Promise<Worker> {
  const worker = new Worker(workerFile(), { workerData: task })
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error(`The embedded database in ${task.folder} did not start.`)))
  })
  worker.removeAllListeners()
  // `exit` reports the end of the worker; an `error` event without a listener would also end this process.
  worker.on('error', () => {})
  return worker
}

/**
 * The file of the worker: compiled if this file is compiled, otherwise the source. Node 20 does not apply tsx to
 * workers, so the worker registers it again.
 */
function workerFile(): URL {
  const ownExtension = extname(fileURLToPath(import.meta.url))
  const file = new URL(`./worker${ownExtension}`, import.meta.url)
  if (ownExtension === '.js') return file
  const tsx = import.meta.resolve('tsx/esm/api')
  const start = `import { register } from '${tsx}'; register(); await import('${file}')`
  return new URL(`data:text/javascript,${encodeURIComponent(start)}`)
}

/** A socket that always connects to this address, because `pg` does not support named pipes. */
function socketTo(address: string): Socket {
  const socket = new Socket()
  const connect = socket.connect.bind(socket)
  socket.connect = () => connect({ path: address })
  return socket
}
