/** What is awaited later; should it fail before, that is not a failure nobody looks at. */
export function unwatched<Result>(done: Promise<Result>): Promise<Result> {
  done.catch(() => {})
  return done
}
