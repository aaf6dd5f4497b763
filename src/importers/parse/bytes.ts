import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Fetched } from '../../domain/imports/import-ports.ts'
import { ImportRefused } from '../refused.ts'

const MEGABYTE = 1024 * 1024

export type Opened = {
  /** Decompressed content. */
  readonly bytes: AsyncIterable<Buffer>
  /** SHA-256 of the received bytes, in hexadecimal; complete once `bytes` has been read to its end. */
  readonly hash: () => string
  /** Metadata of a download. */
  readonly fetched?: Fetched
  /** Removes temporary files. */
  readonly close?: () => Promise<void>
}

/** Opens a file, or standard input for `-`. Obviously wrong input is refused before it is read. */
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
    throw error.code === 'ENOENT'
      ? refused(`There is no file ${path}.`, `Le fichier ${path} n’existe pas.`)
      : refused(`${path} cannot be opened: ${error.message}.`, `${path} ne s’ouvre pas : ${error.message}.`)
  })
  if (file.isDirectory()) {
    throw refused(
      `${path} is a directory; give the path of the file in it.`,
      `${path} est un dossier : nommez le fichier qu’il contient.`
    )
  }
  if (file.isFile() && file.size === 0) {
    throw refused(`${path} is empty (0 bytes).`, `${path} est vide (0 octet).`)
  }
  if (file.size > maxMegabytes * MEGABYTE) throw tooLarge(maxMegabytes, Math.ceil(file.size / MEGABYTE))
  return path
}

const refused = (english: string, french: string): ImportRefused =>
  new ImportRefused(english, 'input', french)

const tooLarge = (maxMegabytes: number, megabytes?: number): ImportRefused =>
  new ImportRefused(
    `The input is larger than ${maxMegabytes} MB${megabytes === undefined ? ' when decompressed' : ` (${megabytes} MB)`}. ` +
      'If that is correct, allow more with --max-size.',
    'too-large',
    `Le fichier dépasse ${maxMegabytes} Mo${megabytes === undefined ? ' une fois décompressé' : ` (${megabytes} Mo)`}. ` +
      'S’il doit être aussi grand, dites-le par --max-size.'
  )

async function* hashed(source: Readable, hash: Hash): AsyncIterable<Buffer> {
  for await (const chunk of source) {
    hash.update(chunk)
    yield chunk
  }
}

/** Gzip is detected by its first two bytes, because servers also send it under other names. */
async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const { head, rest } = await withHead(chunks, 2)
  if (!(head[0] === 0x1f && head[1] === 0x8b)) {
    yield* rest
    return
  }
  const gunzip = createGunzip()
  // pipeline destroys `gunzip` on an error of the input, so the error arrives through `gunzip`.
  pipeline(Readable.from(rest), gunzip, () => {})
  try {
    yield* gunzip as AsyncIterable<Buffer>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_') !== true) throw error
    const { message } = error as Error
    throw refused(
      `The gzip file is damaged or truncated (${message}).`,
      `Le fichier gzip est abîmé ou incomplet (${message}).`
    )
  }
}

/** The first `size` bytes, and an iterable over all bytes. */
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

/**
 * Throws if the content is too large. Its size is counted after decompression, because a small gzip file may
 * contain terabytes of zeros.
 */
async function* limited(chunks: AsyncIterable<Buffer>, maxMegabytes: number): AsyncIterable<Buffer> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxMegabytes * MEGABYTE) throw tooLarge(maxMegabytes)
    yield chunk
  }
  if (size === 0) throw refused('The input is empty (0 bytes).', 'Rien n’a été reçu (0 octet).')
}
