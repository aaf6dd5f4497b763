/** A Ctrl-C reaches us twice at once under npm: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 500

const EXIT_STATUS = { SIGINT: 130, SIGTERM: 143 } as const

/** Resolves on the first signal to stop. A second one, from somebody who will not wait, ends the process. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | undefined
    const heard = (signal: keyof typeof EXIT_STATUS) => {
      const now = performance.now()
      if (firstAt !== undefined && now - firstAt > SAME_SIGNAL_MS) process.exit(EXIT_STATUS[signal])
      firstAt ??= now
      resolve()
    }
    process.on('SIGINT', heard)
    process.on('SIGTERM', heard)
  })
}
