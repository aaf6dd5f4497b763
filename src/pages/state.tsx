import type { Language } from '../domain/opening/say-week.ts'
import type { OpeningState } from '../domain/place.ts'
import type { Wording } from './wording.ts'

type Props = { readonly hours: Partial<OpeningState>; readonly lang: Language; readonly says: Wording }

/** Open or closed, in words before colour. */
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
const DAY_MS = 86_400_000

type Meanwhile = { readonly state: OpeningState['state']; readonly now: number }

/**
 * When a state ends. The instant tells the offset of the place: its clock is read off, not converted. From six days on,
 * the name of the day alone could be taken for the one of this week.
 */
export function momentIn(lang: Language, instant: string, { state, now }: Meanwhile): string {
  const [, date = '', hour = '', minute = ''] = /^([\d-]+)T(\d\d):(\d\d)/.exec(instant) ?? []
  const isFar = Date.parse(instant) - now > 6 * DAY_MS
  const said = (day: number) =>
    new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
      weekday: 'long',
      ...(isFar && { day: 'numeric', month: 'long' }),
      timeZone: 'UTC'
    }).format(day)
  const day = Date.parse(date)
  if (hour === '00' && minute === '00') {
    // What is closed until Monday at midnight opens on Monday; what is open until then closes on Sunday night.
    if (state === 'closed') return said(day)
    return lang === 'fr' ? `${said(day - DAY_MS)} à minuit` : `midnight on ${said(day - DAY_MS)}`
  }
  if (lang === 'en') return `${said(day)} ${hour}:${minute}`
  return `${said(day)} ${Number(hour)}${NBSP}h${minute === '00' ? '' : `${NBSP}${minute}`}`
}
