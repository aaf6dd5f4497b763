/**
 * Milliseconds within which two signals count as one. Under npm, Ctrl-C arrives twice at about the same time: from
 * the terminal and from npm.
 */
const SAME_SIGNAL_MS = 500

const PARENT_CHECK_MS = 200

const EXIT_STATUS = { SIGINT: 130, SIGTERM: 143 } as const

type Signal = keyof typeof EXIT_STATUS

/**
 * Resolves on the first signal to stop; a second one ends the process at once. A signal to npm itself never
 * arrives here, because it ends the shell that npm started in between. So a process started by npm also stops
 * when its parent dies; otherwise it would stay behind and hold the port.
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
