import type { Language } from '../../domain/language.ts'
import { wordedTime } from '../../domain/time.ts'
import { momentIn } from '../parts/state.tsx'
import { SEARCH } from '../wording/search.ts'
import type { When } from './found.ts'

const DAY_MS = 86_400_000

/** The time of a search in words: "maintenant", "mardi 10 h 30", "mardi 1er décembre de 8 h à 12 h". */
export function timeInWords({ open_at: at, open_between: between }: When, lang: Language): string {
  const [from = '', to = ''] = between?.split('/') ?? []
  if (between) return spanIn(from, to, lang)
  if (at === null || isNow({ open_at: at, open_between: between })) return SEARCH[lang].now
  return momentIn(lang, at, { state: 'open', now: Date.now() })
}

/** Whether a time is the present. The API returns an instant in UTC only for "now"; all other times are local. */
export const isNow = ({ open_at: at }: When): boolean => at?.endsWith('Z') ?? false

/** A span between two local times without an offset. If it ends at midnight, its last day is the day before. */
function spanIn(from: string, to: string, lang: Language): string {
  const says = SEARCH[lang]
  const [first, firstHour] = read(from)
  const [end, lastHour] = read(to)
  const last = lastHour === '00:00' && end > first ? end - DAY_MS : end
  if (first !== last) return says.fromDayToDay(dayIn(first, lang), dayIn(last, lang))
  if (firstHour === '00:00' && lastHour === '00:00') return dayIn(first, lang)
  return says.fromHourToHour(dayIn(first, lang), hourIn(firstHour, lang), hourIn(lastHour, lang))
}

const read = (local: string): readonly [day: number, hour: string] => [
  Date.parse(local.slice(0, 10)),
  local.slice(11, 16)
]

const dayIn = (day: number, lang: Language): string =>
  wordedTime(lang, { weekday: 'long', day: 'numeric', month: 'long' })(day)

function hourIn(hour: string, lang: Language): string {
  const [hours = '', minutes = ''] = hour.split(':')
  if (lang === 'en') return hour
  if (hour === '00:00') return SEARCH.fr.midnight
  return `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`
}
