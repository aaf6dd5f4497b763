import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { get } from './http-get.ts'
import { BadAnswer, DownloadFailed, giveUp, isRetryable, pauseBefore } from './http-retry.ts'

export type DownloadLimits = {
  /** Milliseconds to connect and receive the response headers. */
  readonly answerMs: number
  /** Milliseconds without any data after which a download fails. */
  readonly idleMs: number
  /**
   * Milliseconds in total, with all attempts and pauses. Without this limit, a server that sends a byte per second
   * would never be idle and never finish.
   */
  readonly totalMs: number
  readonly maxBytes: number
  readonly attempts: number
  /** Longest pause before the second attempt; it doubles with each further attempt. */
  readonly pauseMs: number
  /** If the server asks for a longer pause than this, only the next run tries again. */
  readonly longestPauseMs: number
}

/** A file of 200 MB takes minutes over a slow line; a public server that restarts is back within a minute. */
const USUAL_LIMITS: DownloadLimits = {
  answerMs: 30_000,
  idleMs: 30_000,
  totalMs: 15 * 60_000,
  maxBytes: 512 * 1024 * 1024,
  attempts: 4,
  pauseMs: 1_000,
  longestPauseMs: 60_000
}

/** What the server needs to answer a conditional request. */
type Validators = { readonly etag: string | null; readonly last_modified: string | null }

type Downloaded = Validators & {
  /** The file as received: gzip is not decompressed. */
  readonly path: string
  readonly remove: () => Promise<void>
}

export type DownloadOptions = {
  readonly userAgent: string
  /** Validators of the version we have; `download` returns null if the server still has the same version. */
  readonly known?: Validators | null | undefined
  readonly limits?: Partial<DownloadLimits>
  readonly signal?: AbortSignal | undefined
}

export const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text)

/**
 * Downloads a URL completely into a temporary file before it is read: an import holds a lock and a database
 * connection while it reads, and must not wait for a slow server at every record. Returns null if nothing has
 * changed.
 */
export async function download(address: string, options: DownloadOptions): Promise<Downloaded | null> {
  const limits = { ...USUAL_LIMITS, ...options.limits }
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const overall = AbortSignal.timeout(limits.totalMs)
  const signal = options.signal ? AbortSignal.any([overall, options.signal]) : overall
  try {
    const path = join(folder, 'download')
    const validators = await attempts(address, path, { ...options, limits, signal })
    if (validators !== null) return { ...validators, path, remove }
    await remove()
    return null
  } catch (error) {
    await remove()
    options.signal?.throwIfAborted()
    if (overall.aborted) throw new DownloadFailed(address, `it took longer than ${limits.totalMs / 1000} s`)
    throw error
  }
}

type Attempt = DownloadOptions & { readonly limits: DownloadLimits; readonly signal: AbortSignal }

async function attempts(address: string, path: string, attempt: Attempt): Promise<Validators | null> {
  const { limits, signal } = attempt
  for (let failures = 1; ; failures++) {
    try {
      return await once(address, path, attempt)
    } catch (error) {
      if (signal.aborted || !isRetryable(error)) throw giveUp(address, error, failures)
      const pause = pauseBefore(error, failures, limits)
      if (pause === null || failures >= limits.attempts) throw giveUp(address, error, failures)
      await sleep(pause, undefined, { signal })
    }
  }
}

async function once(address: string, path: string, attempt: Attempt): Promise<Validators | null> {
  const { limits, known, userAgent, signal } = attempt
  const response = await get(address, {
    answerMs: limits.answerMs,
    signal,
    headers: {
      'user-agent': userAgent,
      accept: '*/*',
      // The file is stored as received, so that truncation is detected; fetch() would decompress a truncated
      // file without an error.
      'accept-encoding': 'gzip',
      ...(known?.etag && { 'if-none-match': known.etag }),
      ...(known?.last_modified && { 'if-modified-since': known.last_modified })
    }
  })
  if (response.statusCode === 304) {
    response.destroy()
    if (known) return null
    throw new BadAnswer(304, undefined)
  }
  refuseForeign(address, response, limits.maxBytes)
  await keep(address, response, path, attempt)
  return { etag: response.headers.etag ?? null, last_modified: response.headers['last-modified'] ?? null }
}

/** Refuses an answer that is not a file of records, most often an error page with status 200. */
function refuseForeign(address: string, response: IncomingMessage, maxBytes: number): void {
  const {
    'content-type': type = '',
    'content-encoding': coding = '',
    'content-length': length
  } = response.headers
  const reason = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)
    ? `the server answers with a web page (${type}), not a file of records`
    : !/^(?:|identity|(?:x-)?gzip)$/i.test(coding.trim())
      ? `the server answers with an unexpected Content-Encoding (${coding})`
      : Number(length ?? 0) > maxBytes
        ? tooLarge(maxBytes)
        : null
  if (reason === null) return
  response.destroy()
  throw new DownloadFailed(address, reason)
}

const tooLarge = (maxBytes: number): string =>
  `it is larger than ${Math.floor(maxBytes / (1024 * 1024))} MB; if that is correct, allow more with --max-size`

async function keep(
  address: string,
  response: IncomingMessage,
  path: string,
  { limits, signal }: Attempt
): Promise<void> {
  const idle = setTimeout(() => {
    response.destroy(new Error(`no data received for ${limits.idleMs / 1000} s`))
  }, limits.idleMs)
  let size = 0
  async function* counted(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of chunks) {
      idle.refresh()
      size += chunk.length
      if (size > limits.maxBytes) throw new DownloadFailed(address, tooLarge(limits.maxBytes))
      yield chunk
    }
  }
  try {
    await pipeline(response, counted, createWriteStream(path), { signal })
  } finally {
    clearTimeout(idle)
  }
}
