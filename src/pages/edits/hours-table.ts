import { readHours } from '../../domain/hours/read/read-hours.ts'
import { DAYS, FRENCH_DAYS } from '../../domain/hours/reading.ts'
import { usualWeek } from '../../domain/opening/usual-week.ts'
import { twoDigits } from '../../domain/time.ts'

/*
 * Opening hours as a table: three openings a day at most, a box for a closed day, and a text for whatever a table
 * cannot say. All of it is text by the name of a field, as a form has it.
 */

export const SLOTS = [1, 2, 3] as const

/** The names of the fields of a day. */
export const slotName = (day: number, slot: number, end: 'de' | 'a'): string =>
  `${FRENCH_DAYS[day]}_${slot}_${end}`
export const closedName = (day: number): string => `${FRENCH_DAYS[day]}_ferme`

/** The box for public holidays, and the text that replaces the table. */
export const HOLIDAYS = 'feries'
export const TEXT = 'horaires_texte'

const RANKS = [0, 1, 2, 3, 4, 5, 6] as const

/** The names of all fields of the table. */
export const HOURS_NAMES: readonly string[] = [
  ...RANKS.flatMap((day) => [
    ...SLOTS.flatMap((slot) => [slotName(day, slot, 'de'), slotName(day, slot, 'a')]),
    closedName(day)
  ]),
  HOLIDAYS,
  TEXT
]

type Typed = Readonly<Record<string, string>>

/** How the hours of a place fill the table; hours that no table can say fill the text. */
export function typedHours(osm: string | null, raw: string | null): Typed {
  const none = Object.fromEntries(HOURS_NAMES.map((name) => [name, '']))
  if (osm === null) return none
  const { week, hasHolidays } = weekOf(osm)
  const isTable = week?.every((spans) => spans.length <= SLOTS.length && spans.every(isClockSpan))
  if (!week || !isTable) return { ...none, [TEXT]: raw !== null && isExact(raw) ? raw : osm }
  const filled = week.flatMap((spans, day) =>
    spans.length === 0
      ? [[closedName(day), '1']]
      : spans.flatMap(({ from, to }, index) => [
          [slotName(day, index + 1, 'de'), hour(from)],
          [slotName(day, index + 1, 'a'), hour(to)]
        ])
  )
  return { ...none, ...Object.fromEntries(filled), [HOLIDAYS]: hasHolidays ? '1' : '' }
}

const isExact = (raw: string): boolean => readHours(raw).confidence === 'exact'

type SpanOfDay = { readonly from: number; readonly to: number }

const HOLIDAYS_CLOSED = /; PH off$/

function weekOf(osm: string): {
  readonly week: readonly (readonly SpanOfDay[])[] | undefined
  readonly hasHolidays: boolean
} {
  const plain = osm.replace(HOLIDAYS_CLOSED, '')
  return { week: usualWeek(plain)?.map(({ spans }) => spans), hasHolidays: plain !== osm }
}

const DAY = 24 * 60

/** Midnight, as an end, is 0h: it would be read as the beginning of the day. */
const isClockSpan = ({ from, to }: SpanOfDay): boolean => from < DAY && to !== DAY

const clock = (minutes: number): string =>
  `${twoDigits(Math.floor((minutes % DAY) / 60))}:${twoDigits(minutes % 60)}`

type HoursFault = 'half' | 'both' | 'backwards' | 'never'

/** The hours as text for the API, null if unknown, or which day is wrong and why. */
export function hoursText(
  typed: Typed,
  before: Typed
):
  | { readonly text: string | null }
  | { readonly at: string; readonly fault: HoursFault; readonly day: number } {
  const text = typed[TEXT] ?? ''
  if (text !== '') return { text }
  const days: (readonly SpanOfDay[])[] = []
  for (const day of RANKS) {
    const read = dayOf(typed, before, day)
    if ('fault' in read) return { ...read, day }
    days.push(read.spans)
  }
  if (days.some((spans) => spans.length > 0)) return { text: inWords(days, typed[HOLIDAYS] === '1') }
  const isClosed = RANKS.find((day) => typed[closedName(day)] === '1')
  return isClosed === undefined ? { text: null } : { at: closedName(isClosed), fault: 'never', day: isClosed }
}

/** A day that was closed and has hours now is open; a day that had hours and is now marked as closed is closed. */
function dayOf(
  typed: Typed,
  before: Typed,
  day: number
): { readonly spans: readonly SpanOfDay[] } | { readonly at: string; readonly fault: HoursFault } {
  const closed = closedName(day)
  const isFilled = SLOTS.some((slot) => typed[slotName(day, slot, 'de')] || typed[slotName(day, slot, 'a')])
  if (typed[closed] === '1') {
    const wasFilled = SLOTS.some((slot) => before[slotName(day, slot, 'de')])
    if (!isFilled || (before[closed] !== '1' && wasFilled)) return { spans: [] }
    if (before[closed] !== '1') return { at: closed, fault: 'both' }
  }
  const spans: SpanOfDay[] = []
  for (const slot of SLOTS) {
    const [opens, closes] = [slotName(day, slot, 'de'), slotName(day, slot, 'a')]
    if (!typed[opens] && !typed[closes]) continue
    const [from, to] = [minutesIn(typed[opens]), minutesIn(typed[closes])]
    if (from === undefined) return { at: opens, fault: 'half' }
    if (to === undefined) return { at: closes, fault: 'half' }
    const last = spans.at(-1)
    if (from === to || (last && from < last.to)) return { at: opens, fault: 'backwards' }
    // Only a place that is open past midnight closes earlier on the clock than it opens; it opens in the evening.
    if (to < from && (from < 18 * 60 || to > 6 * 60)) return { at: closes, fault: 'backwards' }
    spans.push({ from, to: to < from ? to + DAY : to })
  }
  return { spans }
}

/** `9`, `9h`, `9h30`, `9:30`, `09.30` or `930`. */
function minutesIn(text = ''): number | undefined {
  const [, hours, minutes = '0'] =
    /^(\d{1,2})(?:\s*[h:.]\s*(\d{2})?)?$/i.exec(text.trim()) ?? /^(\d{1,2})(\d{2})$/.exec(text.trim()) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return Number(hours) * 60 + Number(minutes)
}

/** In French, so that histories show it as people write it; as OpenStreetMap does if it were read otherwise. */
function inWords(days: readonly (readonly SpanOfDay[])[], hasHolidays: boolean): string {
  const said = days.map((spans) => spans.map(({ from, to }) => `${hour(from)}-${hour(to)}`).join(', '))
  const parts = [...new Set(said)].map((hours) => {
    const names = FRENCH_DAYS.filter((_, day) => said[day] === hours).join(', ')
    return `${names}\u00a0: ${hours || 'fermé'}`
  })
  const words = [...parts, ...(hasHolidays ? ['fermé les jours fériés'] : [])].join('\u00a0; ')
  const french = words.charAt(0).toUpperCase() + words.slice(1)
  const osm = [
    ...days.map((spans, day) => `${DAYS[day]} ${spans.map(osmSpan).join(',') || 'off'}`),
    ...(hasHolidays ? ['PH off'] : [])
  ].join('; ')
  return isSame(french, days, hasHolidays) ? french : osm
}

function isSame(text: string, days: readonly (readonly SpanOfDay[])[], hasHolidays: boolean): boolean {
  const { osm, confidence } = readHours(text)
  if (osm === null || confidence !== 'exact') return false
  const read = weekOf(osm)
  const key = (all: readonly (readonly SpanOfDay[])[] = []) =>
    all.map((spans) => spans.map(({ from, to }) => `${from}-${to}`).join()).join(';')
  return read.hasHolidays === hasHolidays && key(read.week) === key(days)
}

const hour = (minutes: number): string => {
  const rest = minutes % 60
  return `${Math.floor((minutes % DAY) / 60)}h${rest === 0 ? '' : twoDigits(rest)}`
}

const osmSpan = ({ from, to }: SpanOfDay): string => `${clock(from)}-${clock(to)}`
