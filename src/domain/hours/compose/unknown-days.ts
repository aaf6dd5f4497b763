import { type DayRank, WEEK } from '../reading.ts'
import type { Leftover } from '../say/clause.ts'
import type { Resolved } from './target-days.ts'
import type { Fallback, Week } from './timetable.ts'

const LONGEST = 80

const hasHours = (week: Week, day: DayRank): boolean =>
  (week.days.get(day) ?? []).length > 0 || week.nth.some((one) => one.day === day && one.slots.length > 0)

/** Whether the text says that the day is closed, in every period or outside the holidays. */
const isClosed = (resolved: readonly Resolved[], day: DayRank): boolean =>
  resolved.some(
    ({ clause, targets }) =>
      clause.closed &&
      clause.entries.length === 0 &&
      clause.doubts.length === 0 &&
      Object.values(clause.scope).every((one) => !one || one === 'out') &&
      targets.some(({ days, nth, half }) => nth === null && half === null && days.includes(day))
  )

const inWords = (words: readonly string[]): string =>
  [...new Set(words.map((one) => one.replace(/\s+/g, ' ').replace(/"/g, "'").trim()))]
    .join(', ')
    .slice(0, LONGEST)
    .trim()

/**
 * Days that leftover words name, but that have no hours: "lundi 9h-12h ; mardi après 19h". They may be open, so they
 * must not appear as closed beside the days that were read.
 */
export function unknownDays(
  weeks: readonly Week[],
  said: readonly Fallback[],
  resolved: readonly Resolved[],
  leftovers: readonly Leftover[]
): readonly Fallback[] {
  const isSaid = (day: DayRank): boolean => said.some(({ days }) => days === null || days.includes(day))
  if (!weeks.some((week) => week.holidays.size > 0 || WEEK.some((day) => hasHours(week, day)))) return []
  const byWords = new Map<string, DayRank[]>()
  for (const day of WEEK) {
    if (isSaid(day) || isClosed(resolved, day) || weeks.some((week) => hasHours(week, day))) continue
    const words = inWords(leftovers.flatMap((one) => (one.names?.includes(day) ? [one.words] : [])))
    if (words) byWords.set(words, [...(byWords.get(words) ?? []), day])
  }
  return [...byWords].map(([comment, days]) => ({ days, comment }))
}
