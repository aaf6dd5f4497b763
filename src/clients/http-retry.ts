/** The download failed; the message is for the user. */
export class DownloadFailed extends Error {
  override readonly name = 'DownloadFailed'

  constructor(address: string, reason: string) {
    super(`${withoutSecrets(address)} cannot be downloaded: ${reason}.`)
  }
}

/** The server answered with an error status. */
export class BadAnswer extends Error {
  override readonly name = 'BadAnswer'
  readonly status: number
  readonly retryAfter: string | undefined

  constructor(status: number, retryAfter: string | undefined) {
    super(`the server answers ${status}`)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** The URL without the parts that may contain a password or a key. */
export function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return address
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`
}

/** Errors of our own disk, which a retry does not fix. */
const LOCAL_ERRORS = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EROFS', 'EIO'])

/**
 * Whether a retry may help: the connection failed, or the server reported an error of its own or an overload.
 */
export function isRetryable(error: unknown): boolean {
  if (error instanceof BadAnswer) return error.status >= 500 || error.status === 429 || error.status === 408
  if (error instanceof DownloadFailed) return false
  return !LOCAL_ERRORS.has((error as NodeJS.ErrnoException).code ?? '')
}

export function giveUp(address: string, error: unknown, attempts: number): unknown {
  if (error instanceof DownloadFailed) return error
  const { message, code } = error as NodeJS.ErrnoException
  const reason =
    message === 'aborted' ? 'the connection was cut before the end' : message || code || 'unknown'
  return new DownloadFailed(address, `${reason}${attempts > 1 ? ` (${attempts} attempts)` : ''}`)
}

type RetryPauses = { readonly pauseMs: number; readonly longestPauseMs: number }

/**
 * The pause that the server asked for, otherwise a random pause that grows with each failure; null if it is
 * too long.
 */
export function pauseBefore(
  error: unknown,
  failures: number,
  { pauseMs, longestPauseMs }: RetryPauses
): number | null {
  const retryAfter = error instanceof BadAnswer ? readRetryAfter(error.retryAfter, Date.now()) : null
  if (retryAfter !== null) return retryAfter <= longestPauseMs ? retryAfter : null
  // The pause is random, so that clients of the same failed server do not all come back at once.
  return Math.min(longestPauseMs, Math.random() * pauseMs * 2 ** (failures - 1))
}

/** Reads a header in seconds or as a date; returns milliseconds. */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
