import { wantsStacks } from '../../config.ts'
import { DomainError } from '../../domain/errors.ts'
import { printable } from './print.ts'

/** Runs a process to its end: status 0 if it succeeded, otherwise 1 and a message on standard error. */
export async function runProcess(work: () => Promise<unknown>): Promise<void> {
  process.stdout.on('error', exitOnBrokenPipe)
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${printable(describe(error))}\n`)
    process.exitCode = 1
  }
}

/**
 * The exit status of a program that SIGPIPE has ended. Node ignores that signal and reports EPIPE instead. A command
 * such as `| head` closes the pipe early, which is not an error to report.
 */
const BROKEN_PIPE = 128 + 13

function exitOnBrokenPipe(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(BROKEN_PIPE)
  throw error
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (wantsStacks()) return error.stack ?? error.message
  if (error instanceof DomainError)
    return [error.message, ...error.faults.map(({ detail }) => detail)].join(' ')
  return error.message || error.name
}
