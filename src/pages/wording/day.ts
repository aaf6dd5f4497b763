import type { Language } from '../../domain/language.ts'
import { wordedTime } from '../../domain/time.ts'

const LONG = { fr: wordedTime('fr', { dateStyle: 'long' }), en: wordedTime('en', { dateStyle: 'long' }) }

/** Formats a day (`YYYY-MM-DD`), or the day of an instant in Paris: `1er décembre 2026`, `1 December 2026`. */
export const longDay = (lang: Language, day: string): string => LONG[lang](new Date(day))

const CLOCK = { timeStyle: 'short', timeZone: 'Europe/Paris' } as const

/** Formats an instant in the time of Paris: `1er décembre 2026 à 20 h 59`, `1 December 2026 at 20:59`. */
export function longMoment(lang: Language, at: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', CLOCK).format(new Date(at))
  const [hour, minute] = clock.split(':')
  return lang === 'fr'
    ? `${longDay(lang, at)} à ${Number(hour)}\u00a0h\u00a0${minute}`
    : `${longDay(lang, at)} at ${clock}`
}
