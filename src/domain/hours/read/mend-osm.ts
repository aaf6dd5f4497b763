const DAY = '(?:mo|tu|we|th|fr|sa|su|ph|sh)'
/** Days that only OpenStreetMap writes so: "Sa" is Saturday in both, "we" is also the French week-end. */
const FOREIGN_DAY =
  /(?<![\p{L}\d])(?:mo|tu|th|fr|su)(?=(?: ?[-,;:/&] ?| )?(?:\d|(?:mo|tu|we|th|fr|sa|su|ph|sh)(?!\p{L})|off|closed|\[))/iu
const OWN_WEDNESDAY = /(?<![\p{L}\d])We(?=(?: ?[-,] ?(?:Th|Fr|Sa|Su))? ?:? ?\d\d?:\d)/u
// The exact pattern is slow on every text, so this one is tried before.
const NEAR_DAY = /(?:^|[^a-z])(?:mo|tu|th|fr|su)(?![a-z])/i
const SUN = /\b(?:sunrise|sunset|dawn|dusk)\b/

/**
 * Whether a text means to be an OpenStreetMap value. Read as French, "We 9:00-12:00" would be the week-end,
 * and "Mo-Fr 8:30-12:00; Sa 9:00-12:00" would be Saturday alone.
 */
export const meansOsm = (text: string): boolean =>
  (NEAR_DAY.test(text) && FOREIGN_DAY.test(text)) || OWN_WEDNESDAY.test(text) || SUN.test(text)

/** "We 9h-12h" is Wednesday in English and the week-end in French. */
export const isAmbiguous = (text: string): boolean =>
  /^[^\p{L}]*We[^\p{L}]*(?:\d{1,2} ?[hH]\P{L}*)+$/u.test(text)

const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su', 'PH', 'SH'].map((name) => [name.toLowerCase(), name])
)

const two = (digits: string): string => digits.padStart(2, '0')

/** The same value in the notation of OpenStreetMap: dashes, hours, spaces, the case of days. Quoted text stays. */
export const mendOsm = (value: string): string =>
  value
    .split(/("[^"]*")/)
    .map((piece, index) => (index % 2 === 1 ? piece : mendUnquoted(piece)))
    .join('')
    .replace(/(?: ?[;,])+ ?$/, '')
    .trim()

const mendUnquoted = (text: string): string =>
  text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(new RegExp(`(?<![\\p{L}])${DAY}(?![\\p{L}])`, 'giu'), (day) => NAMES[day.toLowerCase()] ?? day)
    // "8h30", "13h", "9.00", "8:5" are hours only where two digits of minutes follow, or none.
    .replace(
      /(?<![\d:])(\d{1,2}) ?[hH] ?(\d\d)?(?![\d\p{L}])/gu,
      (_, hour: string, minutes = '00') => `${two(hour)}:${minutes}`
    )
    .replace(
      /(?<![\d:.])(\d{1,2})[.:](\d\d)(?![\d:.])/g,
      (_, hour: string, minutes: string) => `${two(hour)}:${minutes}`
    )
    .replace(/ ?- ?(?=[\d\p{L}])/gu, '-')
    .replace(/ ?, ?/g, ',')
    .replace(/ ?; ?/g, '; ')
    .replace(/((?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)) ?: ?(?=\d)/g, '$1 ')
    .replace(/(Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)(?=\d)/g, '$1 ')
    // "09:00-12:00 14:00-17:00", "09:00-12:00/14:00-17:00": a list of hours; after hours, days begin a rule.
    .replace(/(?<=\d\d:\d\d-\d\d:\d\d) ?(?:\/|&| ) ?(?=\d\d:\d\d)/g, ',')
    .replace(/(?<=\d\d:\d\d) ?(?:\/|,| ) ?(?=(?:Mo|Tu|We|Th|Fr|Sa|Su)\b)/g, ', ')
