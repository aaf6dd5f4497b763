/**
 * Marks a promise that is awaited later. Otherwise a rejection before that would be reported as unhandled, which
 * would end the process.
 */
export function handledLater<Result>(done: Promise<Result>): Promise<Result> {
  done.catch(() => {})
  return done
}
