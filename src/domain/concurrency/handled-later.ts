/** Marks a promise that is awaited later: until then its rejection is not reported as unhandled, which would end the process. */
export function handledLater<Result>(done: Promise<Result>): Promise<Result> {
  done.catch(() => {})
  return done
}
