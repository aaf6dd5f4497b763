import { setImmediate as immediate } from 'node:timers/promises'

/** Some ten milliseconds of work on records. */
const STRETCH = 25

/**
 * Makes something of each, and between two stretches lets whoever waits for our thread have it: the database, whose answer
 * is there and which could be asked the next thing meanwhile, or whoever asks the process that serves. Without it, an
 * import and its database wait for each other.
 */
export async function inStretches<Each, Made>(
  all: readonly Each[],
  make: (each: Each) => Made,
  stretch = STRETCH
): Promise<readonly Made[]> {
  const made: Made[] = []
  for (const [index, each] of all.entries()) {
    if (index % stretch === 0 && index > 0) await immediate()
    made.push(make(each))
  }
  return made
}
