import { setImmediate as immediate } from 'node:timers/promises'

/** Number of records that are mapped before yielding to the event loop: about ten milliseconds of work. */
const STRETCH = 25

/**
 * Maps records, and yields to the event loop after every `stretch` records, so that answers of the database are
 * received, the next queries sent, and other requests served. Otherwise an import and its database would wait for
 * each other.
 */
export async function mapYielding<Each, Made>(
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
