import { idempotencyKeyReused, requestUnderWay } from '../errors.ts'

/** Who asks, and by which word of theirs they will know it again. */
export type RequestName = { readonly keyId: string; readonly token: string }

type Claim =
  | { readonly state: 'claimed'; readonly attempt: string }
  | { readonly state: 'running' }
  | { readonly state: 'answered'; readonly fingerprint: string; readonly answer: unknown }

/** Remembers requests for a day. */
export type RequestStore = {
  /** Takes the request on, unless somebody has, or has answered it. One who no longer renews has given up. */
  claim(request: RequestName): Promise<Claim>
  renew(request: RequestName, attempt: string): Promise<void>
  answer(request: RequestName, attempt: string, fingerprint: string, answer: unknown): Promise<void>
  /** It may be sent again as if it never had been. */
  abandon(request: RequestName, attempt: string): Promise<void>
}

/** A third of what a claim lasts, so that one renewal may be late. */
const RENEW_EVERY_MS = 10_000

type Work<Answer> = {
  /** Does it, and tells a fingerprint of what was asked along with the answer. */
  readonly run: () => Promise<{ readonly fingerprint: string; readonly answer: Answer }>
  /** The fingerprint of what is asked now, without doing anything. */
  readonly fingerprint: () => Promise<string>
}

/**
 * Does the work once, however often it is asked: the same request again has the same answer. Throws `requestUnderWay`
 * while it is being done, and `idempotencyKeyReused` where the word was used for another request. What fails has
 * changed nothing, so it is not remembered.
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
  // A renewal that fails is tried again at the next; the work itself tells if the database is gone.
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
