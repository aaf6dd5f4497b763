import OpeningHours from 'opening_hours'

const PLACE = { lat: 48.39, lon: -4.49, address: { country_code: 'fr', state: 'Bretagne' } }
// Four weeks with a school holiday (from 18 October) and a public holiday (1 November).
const FROM = new Date(2025, 9, 6)
const TO = new Date(2025, 10, 3)

/** The open intervals of a value according to the library, with unknown ones marked. */
export function opens(value: string): string {
  const intervals = new OpeningHours(value, PLACE as never).getOpenIntervals(FROM, TO)
  return intervals
    .map(([from, to, unknown]) => `${from.toJSON()} ${to.toJSON()}${unknown ? ' ?' : ''}`)
    .join('\n')
}

/** The library's warnings about a value, or its error if it rejects the value. */
export function complaints(value: string): readonly string[] {
  try {
    return new OpeningHours(value, PLACE as never).getWarnings()
  } catch (error) {
    return [String(error)]
  }
}
