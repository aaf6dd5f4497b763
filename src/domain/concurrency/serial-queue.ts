/** Adds work to a queue; settles as the work does. */
export type SerialQueue = <Result>(work: () => Promise<Result>) => Promise<Result>

/** A queue that runs one piece of work at a time, in the order of arrival. A failure does not stop those that wait. */
export function serialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(() => work())
    last = done.catch(() => {})
    return done
  }
}
