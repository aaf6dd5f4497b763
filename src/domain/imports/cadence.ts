import { HOUR_MS } from '../time.ts'

/**
 * Pause before a failed fetch is repeated: long enough for a server to restart. If the server stays away, the pauses
 * double, up to the normal interval.
 */
const FIRST_RETRY_MS = 5 * 60_000

/** The outcome of the last fetches of a source. */
export type History = {
  readonly last_success: Date | null
  readonly last_try: Date | null
  /** Failures since the last success. */
  readonly failures: number
}

/**
 * Time of the next fetch of a source; null means now. `spread`, from 0 to 1, prevents sources with the same
 * interval, and all directories that run this program, from fetching in the same minute.
 */
export function dueAt(
  cadenceHours: number,
  { last_success, last_try, failures }: History,
  spread: number
): Date | null {
  const cadence = cadenceHours * HOUR_MS
  if (failures > 0 && last_try !== null) {
    const pause = Math.min(cadence, FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20))
    return new Date(last_try.getTime() + pause * (1 + spread / 2))
  }
  return last_success === null ? null : new Date(last_success.getTime() + cadence * (1 + spread / 10))
}
