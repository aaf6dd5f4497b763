import { type DayRank, WEEK } from '../reading.ts'
import type { Leftover } from '../say/clause.ts'
import type { Slot, Week } from './timetable.ts'

const LONGEST = 80

function doubting(slot: Slot, words: readonly string[]): Slot {
  const said = [...new Set(slot.comment === null ? words : [slot.comment, ...words])]
  // "9h-12h et 14h-17h sur rendez-vous": it is unclear which hours need an appointment. All have it as their
  // condition, so none becomes uncertain.
  if (said.length === 1 && said[0] === slot.comment) return slot
  return { ...slot, comment: said.join(', ').slice(0, LONGEST), uncertain: true }
}

/** Marks hours as uncertain on days that leftover words may concern, so that people do not travel for nothing. */
export function makeUncertain(week: Week, leftovers: readonly Leftover[]): Week {
  if (leftovers.every(({ touches }) => touches.length === 0)) return week
  const wordsOn = (day: DayRank): readonly string[] =>
    leftovers.flatMap(({ words, touches }) =>
      touches.includes(day) ? [words.replace(/\s+/g, ' ').trim()] : []
    )
  const doubted = (day: DayRank, slots: readonly Slot[]): readonly Slot[] => {
    const words = wordsOn(day)
    return words.length === 0 ? slots : slots.map((slot) => doubting(slot, words))
  }
  // Words that touch the whole week touch holidays too.
  const whole = leftovers
    .filter(({ touches }) => new Set(touches).size === WEEK.length)
    .map(({ words }) => words)
  const onHolidays = (slots: readonly Slot[]): readonly Slot[] =>
    whole.length === 0 ? slots : slots.map((slot) => doubting(slot, whole))
  return {
    ...week,
    holidays: new Map([...week.holidays].map(([name, slots]) => [name, onHolidays(slots)])),
    days: new Map([...week.days].map(([day, slots]) => [day, doubted(day, slots)])),
    nth: week.nth.map((one) => ({ ...one, slots: doubted(one.day, one.slots) }))
  }
}
