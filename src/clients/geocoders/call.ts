import { setTimeout as sleep } from 'node:timers/promises'
import { serialQueue } from '../../domain/concurrency/serial-queue.ts'
import { BadAnswer, isRetryable, pauseBefore, withoutSecrets } from '../http-retry.ts'

/** The geocoder failed; the message appears in the report of the run. */
export class GeocoderFailed extends Error {
  override readonly name = 'GeocoderFailed'

  constructor(address: string, reason: string) {
    super(`The geocoder ${withoutSecrets(address)} failed: ${reason}.`)
  }
}

export type CallLimits = {
  /**
   * Milliseconds for one request with its answer. A public service takes about ten seconds for a batch of a
   * thousand addresses.
   */
  readonly answerMs: number
  readonly attempts: number
  readonly pauseMs: number
  /** If the server asks for a longer pause than this, only the next run tries again. */
  readonly longestPauseMs: number
  /**
   * Milliseconds between two requests. The public service refuses more than 50 per second from one address;
   * this allows 10.
   */
  readonly gapMs: number
}

export const USUAL_LIMITS: CallLimits = {
  answerMs: 60_000,
  attempts: 3,
  pauseMs: 1_000,
  longestPauseMs: 30_000,
  gapMs: 100
}

/** Sends one request and returns the text of the answer. */
export type Call = (
  url: string,
  ask: { readonly body?: () => FormData; readonly signal?: AbortSignal | undefined }
) => Promise<string>

/** Sends requests to one server, one at a time. */
export function callerOf(userAgent: string, limits: CallLimits): Call {
  const inTurn = serialQueue()
  return (url, { body, signal }) => {
    const answer = inTurn(() => attempts(url, { userAgent, limits, body, signal }))
    void inTurn(() => sleep(limits.gapMs))
    return answer
  }
}

/**
 * Sends each request at once, for a person who waits: behind the requests of an import, the answer would come after minutes.
 */
export const promptCallerOf =
  (userAgent: string, limits: CallLimits): Call =>
  (url, { body, signal }) =>
    attempts(url, { userAgent, limits, body, signal })

type Question = {
  readonly userAgent: string
  readonly limits: CallLimits
  readonly body: (() => FormData) | undefined
  readonly signal: AbortSignal | undefined
}

async function attempts(url: string, question: Question): Promise<string> {
  const { limits, signal } = question
  for (let failures = 1; ; failures++) {
    try {
      return await once(url, question)
    } catch (error) {
      signal?.throwIfAborted()
      const pause = isRetryable(error) ? pauseBefore(error, failures, limits) : null
      if (pause === null || failures >= limits.attempts) {
        throw new GeocoderFailed(
          url,
          `${reasonOf(error, limits)}${failures > 1 ? ` (${failures} attempts)` : ''}`
        )
      }
      await sleep(pause, undefined, { signal })
    }
  }
}

async function once(url: string, { userAgent, limits, body, signal }: Question): Promise<string> {
  const patience = AbortSignal.timeout(limits.answerMs)
  const response = await fetch(url, {
    headers: { 'user-agent': userAgent },
    // The API does not move; a redirect might lead into our own network.
    redirect: 'manual',
    signal: signal ? AbortSignal.any([patience, signal]) : patience,
    ...(body && { method: 'POST', body: body() })
  })
  if (response.ok) return response.text()
  await response.body?.cancel()
  throw new BadAnswer(response.status, response.headers.get('retry-after') ?? undefined)
}

function reasonOf(error: unknown, { answerMs }: CallLimits): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${answerMs / 1000} s`
  // `fetch` only says that it failed; the reason is in its cause.
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}
