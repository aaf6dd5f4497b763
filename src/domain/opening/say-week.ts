import type { Language } from '../language.ts'
import { twoDigits, wordedTime } from '../time.ts'
import type { Openness } from './opening.ts'
import type { DayOfWeek, Span, Week } from './week.ts'

/** A week in words. */
export type WeekInWords = {
  readonly days: readonly {
    /** Local date at the place, `YYYY-MM-DD`. */
    readonly date: string
    readonly day: string
    readonly hours: string
    /**
     * The hours for programs, `HH:MM` in local time. If `closes` is not later than `opens`, it is on the next day.
     */
    readonly spans: readonly { readonly opens: string; readonly closes: string; readonly state: Openness }[]
    readonly holiday: string | null
    readonly exception: boolean
  }[]
  /** The days with unusual hours, one sentence each. */
  readonly exceptions: readonly string[]
}

export const sayWeek = (week: Week, lang: Language): WeekInWords => ({
  days: week.map((day) => ({
    date: day.date,
    day: dateIn(lang, day.date, WEEKDAYS),
    hours: sayHours(day, lang),
    spans: day.spans.map(({ from, to, state }) => ({ opens: clockAt(from), closes: clockAt(to), state })),
    holiday: day.holiday?.[lang] ?? null,
    exception: day.exception
  })),
  exceptions: week.filter(({ exception }) => exception).map((day) => sayException(day, lang))
})

/** `HH:MM`; times after midnight belong to the next day. */
const clockAt = (minutes: number): string =>
  `${twoDigits(Math.floor((minutes % DAY) / 60))}:${twoDigits(minutes % 60)}`

const WORDS = {
  fr: {
    closed: 'fermé',
    all: 'ouvert jour et nuit',
    by_appointment: 'sur rendez-vous',
    unknown: 'à confirmer',
    callFirst: 'jour férié\u00a0: appelez avant de venir',
    never: 'horaires inconnus'
  },
  en: {
    closed: 'closed',
    all: 'open day and night',
    by_appointment: 'by appointment',
    unknown: 'to be confirmed',
    callFirst: 'public holiday: call before you come',
    never: 'hours not known'
  }
} as const

const DAY = 24 * 60

/** The hours in words: `9 h – 12 h, 14 h – 17 h 30 sur rendez-vous`; `9:00–12:00, 14:00–17:30 by appointment`. */
function sayHours({ spans, callFirst }: Pick<DayOfWeek, 'spans' | 'callFirst'>, lang: Language): string {
  const words = WORDS[lang]
  if (callFirst) return words.callFirst
  if (spans.length === 0) return words.closed
  return spans.map((span) => saySpan(span, lang)).join(', ')
}

function saySpan({ from, to, state }: Span, lang: Language): string {
  const words = WORDS[lang]
  if (from === 0 && to === DAY) {
    if (state === 'unknown') return words.never
    return state === 'open' ? words.all : words.by_appointment
  }
  const hours = lang === 'fr' ? `${heure(from)} – ${heure(to)}` : `${clock(from)}–${clock(to)}`
  return state === 'open' ? hours : `${hours} ${words[state]}`
}

const inDay = (minutes: number): number => (minutes > DAY ? minutes - DAY : minutes)

// No-break spaces keep a number and its unit on one line. Minutes have two digits, and are left out if zero.
function heure(minutes: number): string {
  const [hours, rest] = [Math.floor(inDay(minutes) / 60), inDay(minutes) % 60]
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${twoDigits(rest)}`
}

const clock = (minutes: number): string =>
  `${Math.floor(inDay(minutes) / 60)}:${twoDigits(inDay(minutes) % 60)}`

/**
 * A sentence about a day with unusual hours: `fermé le 11 novembre (Armistice 1918)`; `11 November (Armistice Day):
 * 10:00–12:00`.
 */
function sayException(exception: DayOfWeek, lang: Language): string {
  const { date, spans, holiday, callFirst } = exception
  const day = dateIn(lang, date, DATES)
  const name = holiday ? ` (${holiday[lang]})` : ''
  if (spans.length === 0) return lang === 'fr' ? `fermé le ${day}${name}` : `Closed on ${day}${name}`
  if (callFirst) return `${lang === 'fr' ? `le ${day}` : day}${name}, ${WORDS[lang].callFirst}`
  const hours = sayHours(exception, lang)
  return lang === 'fr' ? `le ${day}${name}\u00a0: ${hours}` : `${day}${name}: ${hours}`
}

type Formats = Readonly<Record<Language, (at: number) => string>>

/** Created once: creating a formatter takes longer than formatting the seven days of a week. */
const formats = (parts: Intl.DateTimeFormatOptions): Formats => ({
  fr: wordedTime('fr', parts),
  en: wordedTime('en', parts)
})
const DATES = formats({ day: 'numeric', month: 'long' })
const WEEKDAYS = formats({ weekday: 'long', day: 'numeric', month: 'long' })

const dateIn = (lang: Language, date: string, by: Formats): string =>
  by[lang](Date.parse(date)).replace(',', '')
