import { createHash, randomUUID } from 'node:crypto'
import { open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bodyTooLarge } from '../../domain/errors.ts'
import { HttpProblem } from './http-problem.ts'

/** A body that has arrived completely. */
export type Spooled = {
  /** SHA-256 in hexadecimal. */
  readonly hash: string
  readonly read: () => AsyncIterable<Buffer>
  readonly drop: () => Promise<void>
}

/** Most bodies are smaller, and stay in memory. */
const IN_MEMORY_MOST = 1024 * 1024
const READ_BYTES = 64 * 1024

/**
 * Receives a body before anything is done with it, so that nothing waits for a slow client. A large one is kept in a
 * file in the system's temporary folder. The file has no name, so it is gone if the process dies.
 */
export async function spool(body: AsyncIterable<Buffer>): Promise<Spooled> {
  const hash = createHash('sha256')
  const first: Buffer[] = []
  let bytes = 0
  let file: Awaited<ReturnType<typeof openNameless>> | undefined
  try {
    for await (const chunk of body) {
      hash.update(chunk)
      bytes += chunk.length
      if (!file && bytes <= IN_MEMORY_MOST) first.push(chunk)
      else {
        file ??= await openNameless(first.splice(0))
        await file.appendFile(chunk)
      }
    }
  } catch (error) {
    await file?.close()
    throw error
  }
  const spooled = file
  return {
    hash: hash.digest('hex'),
    read: () => (spooled ? chunksOf(spooled) : inMemory(first)),
    drop: async () => spooled?.close()
  }
}

async function openNameless(first: readonly Buffer[]) {
  const path = join(tmpdir(), `annuaire-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  await file.appendFile(Buffer.concat(first))
  return file
}

async function* chunksOf(file: Awaited<ReturnType<typeof openNameless>>): AsyncIterable<Buffer> {
  for (let at = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(READ_BYTES), 0, READ_BYTES, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

async function* inMemory(chunks: readonly Buffer[]): AsyncIterable<Buffer> {
  yield* chunks
}

/**
 * The same body, which must arrive within `ms` in all and have at most this number of megabytes. Throws
 * `request-timeout` at the first chunk after that time, and `bodyTooLarge`.
 */
export async function* limited(
  body: AsyncIterable<Buffer>,
  { ms, megabytes }: { readonly ms: number; readonly megabytes: number }
): AsyncGenerator<Buffer> {
  const end = performance.now() + ms
  let left = megabytes * 1024 * 1024
  for await (const chunk of body) {
    left -= chunk.length
    if (left < 0) throw bodyTooLarge(megabytes)
    if (performance.now() > end)
      throw new HttpProblem('request-timeout', `The body did not arrive within ${ms / 1000} seconds.`)
    yield chunk
  }
}
