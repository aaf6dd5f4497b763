import type { Language } from '../../domain/language.ts'
import type { OpeningState, Place } from '../../domain/places/place.ts'
import { DAY_MS, wordedTime } from '../../domain/time.ts'
import { WORDING, type Wording } from '../wording/wording.ts'

type Props = { readonly hours: Partial<OpeningState>; readonly lang: Language; readonly says: Wording }

/** That a place is reported closed, instead of its state: the sources that say when it is open may be out of date. */
export const ReportedClosed = ({ place, lang }: { readonly place: Reported; readonly lang: Language }) =>
  place.reported_closed ? (
    <p class="warning">
      {WORDING[lang].place.reportedClosed(place.reported_closed.since, place.contacts.phone !== null)}
    </p>
  ) : null

type Reported = Pick<Place, 'reported_closed' | 'contacts'>

/** Shows whether a place is open, and until when: in words, not by colour alone. */
export function State({ hours: { state = 'unknown', next_change: next }, lang, says }: Props) {
  const change = state === 'open' || state === 'closed' ? says.changes[state] : undefined
  return (
    <span class={`state ${state}`}>
      {says.states[state]}
      {next && change && (
        <time dateTime={next}> · {change(momentIn(lang, next, { state, now: Date.now() }))}</time>
      )}
      {state === 'closed' && !next && <span class="unsure-next"> · {says.nextToConfirm}</span>}
    </span>
  )
}

const NBSP = '\u00a0'

type Meanwhile = { readonly state: OpeningState['state']; readonly now: number }

/**
 * When a state ends, in words: "à 18 h", "demain à 9 h". The instant has the offset of the place, so its local time is
 * read from the text and not converted. Today is not named, and tomorrow is called "demain" or "tomorrow". If the state ends more than six
 * days ahead, the date is added, because the weekday alone could be taken for a day of this week.
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
  if (lang === 'en') return joined(said(day), `at ${hour}:${minute}`)
  return joined(said(day), `à ${Number(hour)}${NBSP}h${minute === '00' ? '' : `${NBSP}${minute}`}`)
}

const midnightOf = (lang: Language, day: string): string =>
  joined(day, lang === 'fr' ? 'à minuit' : 'at midnight')

/**
 * An instant with an optional offset. Without an offset, the time is local to each place, so no day is today for
 * all places.
 */
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
  return wordedTime(lang, { weekday: 'long', ...(isFar && { day: 'numeric', month: 'long' }) })(day)
}

const joined = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ')
