const DAY = '(?:mo|tu|we|th|fr|sa|su|ph|sh)'
/**
 * Abbreviations of days that only OpenStreetMap uses. "Sa" and "We" are not among them: "Sa" is Saturday in French
 * too, and "we" can be the week-end.
 */
const FOREIGN_DAY =
  /(?<![\p{L}\d])(?:mo|tu|th|fr|su)(?=(?: ?[-,;:/&] ?| )?(?:\d|(?:mo|tu|we|th|fr|sa|su|ph|sh)(?!\p{L})|off|closed|\[))/iu
const OWN_WEDNESDAY = /(?<![\p{L}\d])We(?=(?: ?[-,] ?(?:Th|Fr|Sa|Su))? ?:? ?\d\d?:\d)/u
// A quick check, because it would be slow to run the exact pattern on every text.
const NEAR_DAY = /(?:^|[^a-z])(?:mo|tu|th|fr|su)(?![a-z])/i
const SUN = /\b(?:sunrise|sunset|dawn|dusk)\b/

/**
 * Whether a text is probably an OpenStreetMap value. Read as French, "We 9:00-12:00" would be the week-end, and
 * "Mo-Fr 8:30-12:00; Sa 9:00-12:00" would be Saturday only.
 */
export const meansOsm = (text: string): boolean =>
  (NEAR_DAY.test(text) && FOREIGN_DAY.test(text)) || OWN_WEDNESDAY.test(text) || SUN.test(text)

/** Whether "We" could be Wednesday in English or the week-end in French: "We 9h-12h". */
export const isAmbiguous = (text: string): boolean =>
  /^[^\p{L}]*We[^\p{L}]*(?:\d{1,2} ?[hH]\P{L}*)+$/u.test(text)

const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su', 'PH', 'SH'].map((name) => [name.toLowerCase(), name])
)

const two = (digits: string): string => digits.padStart(2, '0')

/** Rewrites dashes, hours, spaces and the case of days in OpenStreetMap notation. Quoted text is unchanged. */
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
    // "8h30", "8h" and "9.00" are hours; "8:5" and "8h3" are not, because minutes have two digits.
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
    // "09:00-12:00 14:00-17:00" and "09:00-12:00/14:00-17:00" are lists of hours. Days after hours start a new
    // rule.
    .replace(/(?<=\d\d:\d\d-\d\d:\d\d) ?(?:\/|&| ) ?(?=\d\d:\d\d)/g, ',')
    .replace(/(?<=\d\d:\d\d) ?(?:\/|,| ) ?(?=(?:Mo|Tu|We|Th|Fr|Sa|Su)\b)/g, ', ')
