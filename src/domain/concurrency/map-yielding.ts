import { setImmediate as immediate } from 'node:timers/promises'

/** Some ten milliseconds of work on records. */
const STRETCH = 25

/**
 * Maps in stretches, and yields to the event loop between two: answers of the database are taken in, the next questions
 * sent, and other requests served. Without it, an import and its database wait for each other.
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
