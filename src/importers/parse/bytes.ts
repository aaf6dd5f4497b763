import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Fetched } from '../../domain/import-ports.ts'
import { ImportRefused } from '../refused.ts'

const MEGABYTE = 1024 * 1024

export type Opened = {
  /** Unpacked. */
  readonly bytes: AsyncIterable<Buffer>
  /** SHA-256 of the bytes as they came, in hexadecimal; whole once `bytes` has been read to its end. */
  readonly hash: () => string
  /** Of what came from a server. */
  readonly fetched?: Fetched
  /** Clears up what was needed to read them. */
  readonly close?: () => Promise<void>
}

/** Opens a file, or standard input for `-`. What is plainly not a file of records is refused before it is read. */
export async function openBytes(path: string, stdin: Readable, maxMegabytes: number): Promise<Opened> {
  const hash = createHash('sha256')
  const source = path === '-' ? stdin : createReadStream(await checked(path, maxMegabytes))
  return {
    bytes: limited(unpacked(hashed(source, hash)), maxMegabytes),
    hash: () => hash.copy().digest('hex')
  }
}

async function checked(path: string, maxMegabytes: number): Promise<string> {
  const file = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new ImportRefused(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be opened: ${error.message}.`
    )
  })
  if (file.isDirectory()) throw new ImportRefused(`${path} is a directory; name the file in it.`)
  if (file.isFile() && file.size === 0) throw new ImportRefused(`${path} is empty (0 bytes).`)
  if (file.size > maxMegabytes * MEGABYTE) throw tooLarge(maxMegabytes, Math.ceil(file.size / MEGABYTE))
  return path
}

const tooLarge = (maxMegabytes: number, megabytes?: number): ImportRefused =>
  new ImportRefused(
    `The input is larger than ${maxMegabytes} MB${megabytes === undefined ? ' once unpacked' : ` (${megabytes} MB)`}. ` +
      'Allow more with --max-size if it is meant to be.',
    'too-large'
  )

async function* hashed(source: Readable, hash: Hash): AsyncIterable<Buffer> {
  for await (const chunk of source) {
    hash.update(chunk)
    yield chunk
  }
}

/** Recognised by its first two bytes, not by its name: servers also send gzip under other names. */
async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const { head, rest } = await withHead(chunks, 2)
  if (!(head[0] === 0x1f && head[1] === 0x8b)) {
    yield* rest
    return
  }
  const gunzip = createGunzip()
  // Its errors reach us through `gunzip`, which pipeline destroys with them.
  pipeline(Readable.from(rest), gunzip, () => {})
  try {
    yield* gunzip as AsyncIterable<Buffer>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_') !== true) throw error
    throw new ImportRefused(`The gzip file is damaged or cut short (${(error as Error).message}).`)
  }
}

/** The first `size` bytes, and all bytes again from the first. */
export async function withHead(chunks: AsyncIterable<Buffer>, size: number) {
  const iterator = chunks[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  let done = false
  while (head.length < size && !done) {
    const next = await iterator.next()
    done = next.done === true
    if (next.done !== true) head = Buffer.concat([head, next.value])
  }
  async function* rest(): AsyncIterable<Buffer> {
    yield head
    if (!done) yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { head, rest: rest() }
}

/** Counted after unpacking: a small gzip file may hold terabytes of zeros. */
async function* limited(chunks: AsyncIterable<Buffer>, maxMegabytes: number): AsyncIterable<Buffer> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxMegabytes * MEGABYTE) throw tooLarge(maxMegabytes)
    yield chunk
  }
  if (size === 0) throw new ImportRefused('The input is empty (0 bytes).')
}
