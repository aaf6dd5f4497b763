import type { Hours } from '../words.ts'

/** A day as people word it, for example "demain" or "lundi". */
export type SaidDay = {
  readonly now?: boolean
  /** Days from today. */
  readonly plus?: number
  /** 1 is Monday. */
  readonly week?: readonly number[]
  readonly hours?: Hours
  readonly date?: CalendarDay
}

/** A calendar day; the year is usually missing. */
export type CalendarDay = { readonly date: number; readonly month: number; readonly year: number | null }

const MORNING: Hours = { from: '08:00', to: '12:00' }
/** A place that opens at 13:30, or closes at 12:30, is not open at midday. */
const NOON: Hours = { from: '12:00', to: '14:00', core: { from: '12:30', to: '13:30' } }
const AFTERNOON: Hours = { from: '14:00', to: '18:00' }
/** A place that closes at 18:30 closes in the afternoon. */
const EVENING: Hours = { from: '18:00', to: '22:00', core: { from: '18:30', to: '22:00' } }
const NIGHT: Hours = { from: '22:00', to: '24:00' }

const SAID_DAYS: readonly (readonly [SaidDay, string])[] = [
  [
    { now: true },
    'maintenant, mnt, mtn, tout de suite, de suite, en ce moment, actuellement, immediatement, a l instant, now, right now, currently, at the moment'
  ],
  [{ plus: 0 }, 'aujourd hui, aujourdhui, ce jour, today, dans la journee'],
  [{ plus: 0, hours: MORNING }, 'ce matin, this morning'],
  [{ plus: 0, hours: NOON }, 'ce midi'],
  [{ plus: 0, hours: AFTERNOON }, 'cet apres midi, cet aprem, this afternoon'],
  [{ plus: 0, hours: EVENING }, 'ce soir, tonight, this evening'],
  [{ plus: 1 }, 'demain, tomorrow'],
  [{ plus: 2 }, 'apres demain, the day after tomorrow, day after tomorrow'],
  [{ week: [1] }, 'lundi, lundis, monday, mondays'],
  [{ week: [2] }, 'mardi, mardis, tuesday, tuesdays'],
  [{ week: [3] }, 'mercredi, mercredis, wednesday, wednesdays'],
  [{ week: [4] }, 'jeudi, jeudis, thursday, thursdays'],
  [{ week: [5] }, 'vendredi, vendredis, friday, fridays'],
  [{ week: [6] }, 'samedi, samedis, saturday, saturdays'],
  [{ week: [7] }, 'dimanche, dimanches, sunday, sundays'],
  [{ week: [6, 7] }, 'week end, weekend, week ends, weekends, fin de semaine']
]

const SAID_PARTS: readonly (readonly [Hours, string])[] = [
  [MORNING, 'matin, matinee, morning, mornings'],
  [
    NOON,
    'midi, noon, lunch, lunchtime, pause dejeuner, pause midi, entre midi et deux, heure du dejeuner, heure du midi'
  ],
  [AFTERNOON, 'apres midi, aprem, afternoon, afternoons'],
  [EVENING, 'soir, soiree, evening, evenings, tard, late, apres le travail, after work'],
  [NIGHT, 'nuit, night, nights']
]

type Wordings<Value> = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly value: Value }[]
>

/** Wordings grouped by their first word, the longest first. */
function wordingsOf<Value>(table: readonly (readonly [Value, string])[]): Wordings<Value> {
  const all = table.flatMap(([value, list]) =>
    list.split(', ').map((said) => ({ words: said.split(' '), value }))
  )
  const firsts = new Set(all.map(({ words: [first = ''] }) => first))
  return new Map(
    [...firsts].map((first) => [
      first,
      all
        .filter(({ words }) => words[0] === first)
        .toSorted((one, other) => other.words.length - one.words.length)
    ])
  )
}

export const DAYS: Wordings<SaidDay> = wordingsOf(SAID_DAYS)
export const PARTS: Wordings<Hours> = wordingsOf(SAID_PARTS)
