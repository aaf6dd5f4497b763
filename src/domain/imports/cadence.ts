const HOUR_MS = 60 * 60_000

/** A server that restarts is back by then; one that is gone is asked less and less, down to its cadence. */
const FIRST_RETRY_MS = 5 * 60_000

/** What became of the last fetches of a source. */
export type History = {
  readonly last_success: Date | null
  readonly last_try: Date | null
  /** Since the last success. */
  readonly failures: number
}

/**
 * When a source is to be fetched next; null says now. `spread`, from 0 to 1, keeps sources of one cadence, and all
 * directories that run this program, from coming at the same minute.
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
