/** Adds a task to a queue; the promise settles with the outcome of the task. */
export type SerialQueue = <Result>(work: () => Promise<Result>) => Promise<Result>

/** A queue that runs one task at a time, in the order of arrival. If a task fails, the waiting tasks still run. */
export function serialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(() => work())
    last = done.catch(() => {})
    return done
  }
}
