import type { Language } from '../domain/opening/say-week.ts'
import type { OpeningState } from '../domain/place.ts'
import type { Wording } from './wording.ts'

type Props = { readonly hours: Partial<OpeningState>; readonly lang: Language; readonly says: Wording }

/** Open or closed, in words before colour. */
export function State({ hours: { state = 'unknown', next_change: next }, lang, says }: Props) {
  return (
    <span class={`state ${state}`}>
      {says.states[state]}
      {next && <time dateTime={next}> {says.place.next(momentIn(lang, next))}</time>}
    </span>
  )
}

const NBSP = '\u00a0'

/** The instant tells the offset of the place: its clock is read off, not converted. */
function momentIn(lang: Language, instant: string): string {
  const [, day = '', hour = '', minute = ''] = /^([\d-]+)T(\d\d):(\d\d)/.exec(instant) ?? []
  const weekday = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(new Date(day))
  if (lang === 'en') return `${weekday} ${hour}:${minute}`
  return `${weekday} ${Number(hour)}${NBSP}h${minute === '00' ? '' : `${NBSP}${minute}`}`
}
