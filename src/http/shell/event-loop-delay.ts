const PERIOD_MS = 20

type EventLoopDelay = {
  /** By how many milliseconds the last turn of the event loop was late, or the present one is. */
  readonly delayMs: () => number
  readonly stop: () => void
}

/**
 * Measures how late timers are. Node's own histogram covers a longer time, and under-pressure reads it once a second; a
 * wave of requests makes the process late within a few milliseconds, while it still reads them.
 */
export function eventLoopDelay(): EventLoopDelay {
  let expected = performance.now() + PERIOD_MS
  let last = 0
  const timer = setInterval(() => {
    const now = performance.now()
    last = Math.max(0, now - expected)
    expected = now + PERIOD_MS
  }, PERIOD_MS).unref()
  return {
    delayMs: () => Math.max(last, performance.now() - expected),
    stop: () => clearInterval(timer)
  }
}
