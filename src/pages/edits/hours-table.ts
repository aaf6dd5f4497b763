import { readHours } from '../../domain/hours/read/read-hours.ts'
import { DAYS, FRENCH_DAYS } from '../../domain/hours/reading.ts'
import { usualWeek } from '../../domain/opening/usual-week.ts'
import { twoDigits } from '../../domain/time.ts'

/*
 * Opening hours as a table: three openings a day at most, for each day whether it is open, closed or unknown, and a text
 * for what a table cannot say. All of it is text by the name of a field, as a form has it.
 */

export const SLOTS = [1, 2, 3] as const

/** The names of the fields of a day. */
export const slotName = (day: number, slot: number, end: 'de' | 'a'): string =>
  `${FRENCH_DAYS[day]}_${slot}_${end}`
export const stateName = (day: number): string => `${FRENCH_DAYS[day]}_etat`

/** What a day can be; empty if nothing was chosen. */
export const DAY_STATES = ['ouvert', 'ferme', 'inconnu'] as const

/** The box for public holidays, and the text that replaces the table. */
export const HOLIDAYS = 'feries'
export const TEXT = 'horaires_texte'

const RANKS = [0, 1, 2, 3, 4, 5, 6] as const

/** The names of all fields of the table. */
export const HOURS_NAMES: readonly string[] = [
  ...RANKS.flatMap((day) => [
    ...SLOTS.flatMap((slot) => [slotName(day, slot, 'de'), slotName(day, slot, 'a')]),
    stateName(day)
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
  const isTable = week?.every(
    (spans) => spans === null || (spans.length <= SLOTS.length && spans.every(isClockSpan))
  )
  if (!week || !isTable) return { ...none, [TEXT]: raw !== null && isExact(raw) ? raw : osm }
  const filled = week.flatMap((spans, day) => [
    [stateName(day), spans === null ? 'inconnu' : spans.length === 0 ? 'ferme' : 'ouvert'],
    ...(spans ?? []).flatMap(({ from, to }, index) => [
      [slotName(day, index + 1, 'de'), hour(from)],
      [slotName(day, index + 1, 'a'), hour(to)]
    ])
  ])
  return { ...none, ...Object.fromEntries(filled), [HOLIDAYS]: hasHolidays ? '1' : '' }
}

const isExact = (raw: string): boolean => readHours(raw).confidence === 'exact'

type SpanOfDay = { readonly from: number; readonly to: number }

/** The openings of a day: none if it is closed, null if they are unknown. */
type HoursOfDay = readonly SpanOfDay[] | null

const HOLIDAYS_CLOSED = /; PH off$/

/** Written for a day whose hours the manager does not know. */
const UNKNOWN = 'unknown "horaires non renseignés"'
const UNKNOWN_DAY = new RegExp(`(?:^|; )([A-Z][a-z](?:[-,][A-Z][a-z])*) ${UNKNOWN}(?=;|$)`, 'g')

function weekOf(osm: string): {
  readonly week: readonly HoursOfDay[] | undefined
  readonly hasHolidays: boolean
} {
  const plain = osm.replace(HOLIDAYS_CLOSED, '')
  // Read as closed first, and taken for unknown after, because a plain week has no word for unknown.
  const asClosed = plain.replaceAll(UNKNOWN, 'off')
  const unknown = [...plain.matchAll(UNKNOWN_DAY)].flatMap(
    ([, days]) => usualWeek(`${days} 09:00-10:00`) ?? []
  )
  const isUnknown = (date: string) => unknown.some((day) => day.date === date && day.spans.length > 0)
  return {
    week: usualWeek(asClosed)?.map(({ date, spans }) => (isUnknown(date) ? null : spans)),
    hasHolidays: plain !== osm
  }
}

const DAY = 24 * 60

/** Midnight, as an end, is 0h: it would be read as the beginning of the day. */
const isClockSpan = ({ from, to }: SpanOfDay): boolean => from < DAY && to !== DAY

const clock = (minutes: number): string =>
  `${twoDigits(Math.floor((minutes % DAY) / 60))}:${twoDigits(minutes % 60)}`

/** `empty`: other days are filled in, and nothing says whether this one is closed. */
type HoursFault = {
  /** The field that is wrong. */
  readonly at: string
  readonly fault: 'half' | 'both' | 'backwards' | 'never' | 'empty'
  readonly day: number
}

/** `text` is for the API, null if unknown; `words` are for people. */
type HoursRead = { readonly text: string | null; readonly words: string | null }

/** The hours, or all that is wrong with them. */
export function hoursText(
  typed: Typed,
  before: Typed
): HoursRead | { readonly faults: readonly HoursFault[] } {
  const text = typed[TEXT] ?? ''
  if (text !== '') return { text, words: text }
  if (RANKS.every((day) => !isFilled(typed, day) && !isAnswered(typed, day)))
    return { text: null, words: null }
  const read = RANKS.map((day) => ({ day, ...dayOf(typed, before, day) }))
  const faults = read.flatMap((each) => ('fault' in each ? [each] : []))
  if (faults.length > 0) return { faults }
  const days = read.map((each) => ('spans' in each ? each.spans : null))
  if (days.every((spans) => spans === null)) return { text: null, words: null }
  if (days.every((spans) => spans?.length === 0))
    return { faults: [{ at: stateName(0), fault: 'never', day: 0 }] }
  return written(days, typed[HOLIDAYS] === '1')
}

const isFilled = (typed: Typed, day: number): boolean =>
  SLOTS.some((slot) => typed[slotName(day, slot, 'de')] || typed[slotName(day, slot, 'a')])

const isAnswered = (typed: Typed, day: number): boolean =>
  ['ferme', 'inconnu'].includes(typed[stateName(day)] ?? '')

type DayRead = { readonly spans: HoursOfDay } | Omit<HoursFault, 'day'>

/**
 * A day that was closed or unknown and has hours now is open; a day that had hours and is now marked as closed or unknown
 * is what it is marked as.
 */
function dayOf(typed: Typed, before: Typed, day: number): DayRead {
  const state = stateName(day)
  if (isAnswered(typed, day)) {
    const spans = typed[state] === 'ferme' ? [] : null
    const isNew = typed[state] !== before[state]
    if (!isFilled(typed, day) || (isNew && isFilled(before, day))) return { spans }
    if (isNew) return { at: state, fault: 'both' }
  }
  if (!isFilled(typed, day)) return { at: state, fault: 'empty' }
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
function written(days: readonly HoursOfDay[], hasHolidays: boolean): HoursRead {
  const said = days.map((spans) =>
    spans === null
      ? 'horaires inconnus'
      : spans.map(({ from, to }) => `${hour(from)}-${hour(to)}`).join(', ') || 'fermé'
  )
  const parts = [...new Set(said)].map((hours) => {
    const names = FRENCH_DAYS.filter((_, day) => said[day] === hours).join(', ')
    return `${names}\u00a0: ${hours}`
  })
  const joined = [...parts, ...(hasHolidays ? ['fermé les jours fériés'] : [])].join('\u00a0; ')
  const words = joined.charAt(0).toUpperCase() + joined.slice(1)
  const osm = [
    ...days.map(
      (spans, day) => `${DAYS[day]} ${spans === null ? UNKNOWN : spans.map(osmSpan).join(',') || 'off'}`
    ),
    ...(hasHolidays ? ['PH off'] : [])
  ].join('; ')
  return { text: isSame(words, days, hasHolidays) ? words : osm, words }
}

function isSame(text: string, days: readonly HoursOfDay[], hasHolidays: boolean): boolean {
  const { osm, confidence } = readHours(text)
  if (osm === null || confidence !== 'exact') return false
  const read = weekOf(osm)
  const key = (all: readonly HoursOfDay[] = []) =>
    all.map((spans) => spans?.map(({ from, to }) => `${from}-${to}`).join() ?? 'unknown').join(';')
  return read.hasHolidays === hasHolidays && key(read.week) === key(days)
}

const hour = (minutes: number): string => {
  const rest = minutes % 60
  return `${Math.floor((minutes % DAY) / 60)}h${rest === 0 ? '' : twoDigits(rest)}`
}

const osmSpan = ({ from, to }: SpanOfDay): string => `${clock(from)}-${clock(to)}`
