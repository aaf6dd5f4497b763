import { idempotencyKeyReused, requestUnderWay } from '../errors.ts'

/** Identifies a request by the API key that sent it and the idempotency key that the client chose for it. */
export type RequestName = { readonly keyId: string; readonly token: string }

type Claim =
  | { readonly state: 'claimed'; readonly attempt: string }
  | { readonly state: 'running' }
  | { readonly state: 'answered'; readonly fingerprint: string; readonly answer: unknown }

/** Stores requests and their answers for a day. */
export type RequestStore = {
  /**
   * Claims the request, unless another attempt holds it or it has been answered. A claim that is no longer
   * renewed expires.
   */
  claim(request: RequestName): Promise<Claim>
  renew(request: RequestName, attempt: string): Promise<void>
  answer(request: RequestName, attempt: string, fingerprint: string, answer: unknown): Promise<void>
  /** Drops the claim, so that the request can be sent again. */
  abandon(request: RequestName, attempt: string): Promise<void>
}

/** Milliseconds between two renewals: a third of the lifetime of a claim, so that one renewal may be late. */
const RENEW_EVERY_MS = 10_000

type Work<Answer> = {
  /** Does the work, and returns its answer with a fingerprint of the request. */
  readonly run: () => Promise<{ readonly fingerprint: string; readonly answer: Answer }>
  /** The fingerprint of the current request, without doing the work. */
  readonly fingerprint: () => Promise<string>
}

/**
 * Does the work once, however often the request is sent: a repeated request gets the same answer. Throws
 * `requestUnderWay` while the work is running, and `idempotencyKeyReused` if the key was used for another
 * request. Work that fails has changed nothing, so it is not stored.
 */
export async function once<Answer>(
  requests: RequestStore,
  name: RequestName,
  work: Work<Answer>
): Promise<Answer> {
  const claim = await requests.claim(name)
  if (claim.state === 'running') throw requestUnderWay()
  if (claim.state === 'answered') {
    if ((await work.fingerprint()) !== claim.fingerprint) throw idempotencyKeyReused()
    return claim.answer as Answer
  }
  const { attempt } = claim
  // If a renewal fails, the next one tries again; if the database is gone, the work itself fails.
  const renewing = setInterval(() => requests.renew(name, attempt).catch(() => {}), RENEW_EVERY_MS).unref()
  try {
    const { fingerprint, answer } = await work.run()
    await requests.answer(name, attempt, fingerprint, answer)
    return answer
  } catch (error) {
    await requests.abandon(name, attempt).catch(() => {})
    throw error
  } finally {
    clearInterval(renewing)
  }
}
