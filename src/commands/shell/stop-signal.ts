/** A Ctrl-C reaches us twice at once under npm: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 500

const PARENT_CHECK_MS = 200

const EXIT_STATUS = { SIGINT: 130, SIGTERM: 143 } as const

type Signal = keyof typeof EXIT_STATUS

/**
 * Resolves on the first signal to stop. A second one, from somebody who will not wait, ends the process.
 * A signal to npm itself never gets here: it ends the shell that npm put between. So a process that npm
 * started takes the death of its parent for the signal; else it would stay behind and hold the port.
 */
export function stopSignal({ startedByNpm }: { readonly startedByNpm: boolean }): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | undefined
    const heard = (signal: Signal) => {
      const now = performance.now()
      if (firstAt !== undefined && now - firstAt > SAME_SIGNAL_MS) process.exit(EXIT_STATUS[signal])
      firstAt ??= now
      resolve()
    }
    process.on('SIGINT', heard)
    process.on('SIGTERM', heard)
    if (startedByNpm) onOrphaned(resolve)
  })
}

function onOrphaned(resolve: () => void): void {
  const parent = process.ppid
  const check = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(check)
    resolve()
  }, PARENT_CHECK_MS)
  check.unref()
}
