import type { Language } from '../../domain/language.ts'
import type { OpeningState } from '../../domain/places/place.ts'
import { DAY_MS } from '../../domain/time.ts'
import type { Wording } from '../wording/wording.ts'

type Props = { readonly hours: Partial<OpeningState>; readonly lang: Language; readonly says: Wording }

/** Shows whether a place is open or closed: in words, not by colour alone. */
export function State({ hours: { state = 'unknown', next_change: next }, lang, says }: Props) {
  const moment = next ? momentIn(lang, next, { state, now: Date.now() }) : null
  return (
    <span class={`state ${state}`}>
      {says.states[state]}
      {next && moment && <time dateTime={next}> {says.place.next(moment)}</time>}
    </span>
  )
}

const NBSP = '\u00a0'

type Meanwhile = { readonly state: OpeningState['state']; readonly now: number }

/**
 * When a state ends, in words. The instant has the offset of the place, so its local time is read from the text, not
 * converted. Today is not named, and tomorrow is called "demain" or "tomorrow". More than six days ahead, the date is
 * added, because the name of the day alone could be taken for the one of this week.
 */
export function momentIn(lang: Language, instant: string, { state, now }: Meanwhile): string {
  const [, date = '', hour = '', minute = '', offset] = INSTANT.exec(instant) ?? []
  const day = Date.parse(date)
  const isFar = Date.parse(instant) - now > 6 * DAY_MS
  const said = (which: number) => dayIn(lang, which, { today: todayAt(offset, now), isFar })
  if (hour === '00' && minute === '00') {
    // If the state ends at 00:00 on Monday, a closed place opens on Monday, and an open place closes on Sunday night.
    if (state === 'closed') return said(day)
    return midnightOf(lang, said(day - DAY_MS))
  }
  if (lang === 'en') return joined(said(day), `${hour}:${minute}`)
  return joined(said(day), `${Number(hour)}${NBSP}h${minute === '00' ? '' : `${NBSP}${minute}`}`)
}

function midnightOf(lang: Language, day: string): string {
  if (lang === 'fr') return day === '' ? 'minuit' : `${day} à minuit`
  return joined('midnight', day === '' || day === 'tomorrow' ? day : `on ${day}`)
}

/** The offset is optional: without one, the time is local to each place, and no day is today for all places. */
const INSTANT = /^([\d-]+)T(\d\d):(\d\d)(?::[\d.]+)?(Z|[+-]\d\d:\d\d)?$/

function todayAt(offset: string | undefined, now: number): number | undefined {
  if (offset === undefined) return undefined
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? []
  const ahead = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -60_000 : 60_000)
  return Math.floor((now + ahead) / DAY_MS) * DAY_MS
}

type Seen = { readonly today: number | undefined; readonly isFar: boolean }

function dayIn(lang: Language, day: number, { today, isFar }: Seen): string {
  if (day === today) return ''
  if (today !== undefined && day === today + DAY_MS) return lang === 'fr' ? 'demain' : 'tomorrow'
  return new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'long',
    ...(isFar && { day: 'numeric', month: 'long' }),
    timeZone: 'UTC'
  }).format(day)
}

const joined = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ')
