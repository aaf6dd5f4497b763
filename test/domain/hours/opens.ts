import OpeningHours from 'opening_hours'
import type { Test } from 'tap'
import { readHours } from '../../../src/domain/hours/read/read-hours.ts'

const PLACE = { lat: 48.39, lon: -4.49, address: { country_code: 'fr', state: 'Bretagne' } }
// Four weeks with a school holiday (from 18 October) and a public holiday (1 November).
const FROM = new Date(2025, 9, 6)
const TO = new Date(2025, 10, 3)

/**
 * The intervals in which a value is open according to the library, one per line. Unknown intervals end with a
 * question mark.
 */
export function opens(value: string): string {
  const intervals = new OpeningHours(value, PLACE as never).getOpenIntervals(FROM, TO)
  return intervals
    .map(([from, to, unknown]) => `${from.toJSON()} ${to.toJSON()}${unknown ? ' ?' : ''}`)
    .join('\n')
}

/** The library's warnings about a value; if the library rejects the value, its error. */
export function complaints(value: string): readonly string[] {
  try {
    return new OpeningHours(value, PLACE as never).getWarnings()
  } catch (error) {
    return [String(error)]
  }
}

/** The value of a place that is never certainly open. */
export const NEVER = 'off'

/** Checks that each text is read exactly, with the same opening times as the value beside it. */
export function opensLike(test: Test, texts: Readonly<Record<string, string>>): void {
  for (const [text, value] of Object.entries(texts)) {
    const { osm, confidence } = readHours(text)
    test.equal(confidence, 'exact', text)
    test.equal(opens(osm ?? 'off'), opens(value), `${text} is ${osm}, as ${value}`)
    const said = complaints(osm ?? '').filter((one) => !one.includes('in the past'))
    test.same(said, [], `the library has nothing to say about ${osm}`)
  }
}

/** Checks that each text is read in part, and that its certain opening times match the value beside it. */
export function certainlyOpensLike(test: Test, texts: Readonly<Record<string, string>>): void {
  for (const [text, value] of Object.entries(texts)) {
    const { osm, confidence } = readHours(text)
    test.not(confidence, 'exact', text)
    const certain = opens(osm ?? 'off')
      .split('\n')
      .filter((opening) => !opening.endsWith('?'))
    test.equal(certain.join('\n'), opens(value), `${text} is ${osm}, certain as ${value}`)
  }
}
