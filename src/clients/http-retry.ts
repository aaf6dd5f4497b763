/** Why nothing was downloaded, in words for whoever asked. */
export class DownloadFailed extends Error {
  override readonly name = 'DownloadFailed'

  constructor(address: string, reason: string) {
    super(`${shown(address)} cannot be downloaded: ${reason}.`)
  }
}

/** A status that is no file. */
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

/** Without what may be a password or a key. */
export function shown(address: string): string {
  if (!URL.canParse(address)) return address
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`
}

/** What our own disk says of the file, another attempt does not mend. */
const OUR_OWN = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EROFS', 'EIO'])

/** The line failed, or the server says that it is its own fault or that it is busy. */
export function isWorthAnother(error: unknown): boolean {
  if (error instanceof BadAnswer) return error.status >= 500 || error.status === 429 || error.status === 408
  if (error instanceof DownloadFailed) return false
  return !OUR_OWN.has((error as NodeJS.ErrnoException).code ?? '')
}

export function giveUp(address: string, error: unknown, attempts: number): unknown {
  if (error instanceof DownloadFailed) return error
  const { message, code } = error as NodeJS.ErrnoException
  const reason =
    message === 'aborted' ? 'the connection was cut before the end' : message || code || 'unknown'
  return new DownloadFailed(address, `${reason}${attempts > 1 ? ` (${attempts} attempts)` : ''}`)
}

type Patience = { readonly pauseMs: number; readonly longestPauseMs: number }

/** How long the server asked to be left alone, or longer each time by chance; null where that is too long. */
export function pauseBefore(
  error: unknown,
  failures: number,
  { pauseMs, longestPauseMs }: Patience
): number | null {
  const asked = error instanceof BadAnswer ? readRetryAfter(error.retryAfter, Date.now()) : null
  if (asked !== null) return asked <= longestPauseMs ? asked : null
  // By chance, so that all who lost the same server do not come back together.
  return Math.min(longestPauseMs, Math.random() * pauseMs * 2 ** (failures - 1))
}

/** Seconds, or an instant. */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
