import type { Language } from '../language.ts'
import { WEEKDAYS } from './weekdays.ts'

const CODES = { Mo: 'mon', Tu: 'tue', We: 'wed', Th: 'thu', Fr: 'fri', Sa: 'sat', Su: 'sun' } as const
const DAY = /\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g
/** Values in the notation of OpenStreetMap, also those with mistakes, start with days, and each part has a time or `off`. */
const NOTATION = /^(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)\b[-, ]*)+(?:\d\d:\d\d|off)/

const WORDS = {
  fr: { PH: 'jours fériés', SH: 'vacances scolaires', off: 'fermé', to: ' à ', and: ', ' },
  en: { PH: 'public holidays', SH: 'school holidays', off: 'closed', to: ' to ', and: ', ' }
} as const

/**
 * Hours as the source writes them, for people. Sources that write in the notation of OpenStreetMap are said in words, part
 * by part: this cannot change what they mean, also where they contain mistakes that no program can read.
 */
export function saidHours(raw: string, lang: Language): string {
  if (!NOTATION.test(raw)) return raw
  const words = WORDS[lang]
  return raw
    .replace(/\b(\w\w)-(\w\w)\b(?=[ ,])/g, `$1${words.to}$2`)
    .replace(/\b([A-Z][a-z]|PH|SH),(?=[A-Z])/g, `$1${words.and}`)
    .replace(/(\d)[,-](?=\d\d:)/g, (joint) => (joint.endsWith('-') ? `${joint[0]}–` : `${joint[0]}, `))
    .replace(/\s*;\s*/g, lang === 'fr' ? '\u00a0; ' : '; ')
    .replace(DAY, (code) => WEEKDAYS[lang][CODES[code as keyof typeof CODES]])
    .replace(/\b(PH|SH|off)\b/g, (code) => words[code as 'PH' | 'SH' | 'off'])
}
