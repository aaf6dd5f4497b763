import { wantsStacks } from '../config.ts'

/** Runs a process to its end: status 0 when it did what was asked, else 1 and a sentence on standard error. */
export async function runProcess(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`)
    process.exitCode = 1
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (wantsStacks()) return error.stack ?? error.message
  return error.message || error.name
}
