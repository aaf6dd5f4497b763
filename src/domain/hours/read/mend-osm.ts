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

const FRENCH: Readonly<Record<string, string>> = {
  Lu: 'Mo',
  Ma: 'Tu',
  Me: 'We',
  Je: 'Th',
  Ve: 'Fr',
  Di: 'Su'
}

const two = (digits: string): string => digits.padStart(2, '0')

const ENGLISH_DAYS = /\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|urday)?s?\b/gi
const HAS_ENGLISH =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\d ?[ap]\.?m\b|(?:mon|tue|wed|thu|fri|sat|sun)(?: ?(?:-|to) ?(?:mon|tue|wed|thu|fri|sat|sun)\b|,? \d))/i
const TWELVE = /(?<![\d:])(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?/gi

const in24 = (hour: number, half: string): number => (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)

const withTwelve = (text: string): string =>
  text.replace(TWELVE, (whole, hour: string, minutes = '00', half: string) =>
    Number(hour) > 12 ? whole : `${two(String(in24(Number(hour), half)))}:${minutes}`
  )

/**
 * Rewrites hours such as "Lundi : 9:00 AM - 12:00 PM", which some forms write in French texts. "9-12 PM" is not
 * rewritten, because it may mean the afternoon instead.
 */
export const mendTwelveHours = (text: string): string =>
  /\d:\d\d ?[ap]m\b/i.test(text) ? withTwelve(text) : text

/**
 * Rewrites English days and hours in the OpenStreetMap notation: "Monday to Friday 9am-5pm". Null if the text has
 * none.
 */
export function mendEnglish(text: string): string | null {
  if (!HAS_ENGLISH.test(text)) return null
  return withTwelve(text)
    .replace(ENGLISH_DAYS, (day) => NAMES[day.slice(0, 2).toLowerCase()] ?? day)
    .replace(/ (?:to|until|through) /gi, '-')
    .replace(/ (?:and) /gi, ', ')
}

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
    // French abbreviations beside days in the OpenStreetMap format: "Di fermé".
    .replace(/(?<!\p{L})(?:Lu|Ma|Me|Je|Ve|Di)(?!\p{L})/gu, (day) => FRENCH[day] ?? day)
    .replace(/(?<!\p{L})ferm[ée]e?s?(?!\p{L})/giu, 'off')
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
    // "0900-1200" and "9-12" are hours after days or other hours.
    .replace(
      /(?<![\d:])([01]\d|2[0-4])([0-5]\d)-([01]\d|2[0-4])([0-5]\d)(?![\d:])/g,
      (_, from: string, fromMinutes: string, to: string, toMinutes: string) =>
        `${from}:${fromMinutes}-${to}:${toMinutes}`
    )
    .replace(
      /(?<=(?:Mo|Tu|We|Th|Fr|Sa|Su):? ?|\d\d:\d\d-\d\d:\d\d ?, ?|\d-\d{1,2} ?, ?)(\d{1,2})-(\d{1,2})(?![\d:.])/g,
      (whole, from: string, to: string) =>
        Number(from) >= 6 && Number(to) <= 24 && Number(from) < Number(to)
          ? `${two(from)}:00-${two(to)}:00`
          : whole
    )
    // The word "open" after hours adds nothing in the OpenStreetMap format, so it is removed.
    .replace(/(?<=\d\d:\d\d) open(?= ?[,;]|$)/g, '')
    .replace(/ (?:on|by) appointment\b/g, ' "sur rendez-vous"')
    .replace(/ ?, ?/g, ',')
    .replace(/ ?; ?/g, '; ')
    .replace(/((?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)) ?: ?(?=\d)/g, '$1 ')
    .replace(/(Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)(?=\d)/g, '$1 ')
    // "09:00-12:00 14:00-17:00" and "09:00-12:00/14:00-17:00" are lists of hours. Days after hours start a new
    // rule.
    .replace(/(?<=\d\d:\d\d-\d\d:\d\d) ?(?:\/|&|\+| ) ?(?=\d\d:\d\d)/g, ',')
    .replace(/(?<=\d\d:\d\d) ?(?:\/|,| ) ?(?=(?:Mo|Tu|We|Th|Fr|Sa|Su)\b)/g, ', ')
