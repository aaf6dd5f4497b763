import { type DayRank, WEEK } from '../reading.ts'
import type { Half, Holiday, Scope } from '../rule/phrase.ts'
import { isInHalf, remark } from '../say/clause.ts'
import type { Weeks } from './compose-weeks.ts'
import type { Resolved } from './target-days.ts'
import type { Fallback, Off, Slot } from './timetable.ts'

export type Amended = {
  readonly offs: Off[]
  readonly conditions: Fallback[]
  readonly fallbacks: Fallback[]
}

const HALVES = { am: 'matin', pm: 'après-midi' } as const
const EVERY_DAY = { days: null, nth: null, spans: [] }
const HOLIDAY_SCOPES: Readonly<Record<Holiday, Scope>> = {
  PH: { publicHolidays: 'in' },
  SH: { school: 'in' }
}
const touches = (slot: Slot, half: Half): boolean => (half === 'am' ? slot.from < 12 * 60 : slot.to > 12 * 60)

/**
 * Applies the change `to` to the hours of a day or of half a day. If a range spans both halves, its part in the other
 * half stays certain and the rest becomes uncertain. `across` is then true, because the start of the half is unknown.
 */
function change(
  weeks: Weeks,
  day: DayRank,
  half: Half | null,
  words: string,
  to: (slot: Slot) => Slot | null
): { changed: number; across: boolean } {
  let changed = 0
  let across = false
  for (const week of weeks.weeks.values()) {
    const slots = week.days.get(day)
    if (!slots) continue
    const after: Slot[] = []
    for (const slot of slots) {
      const meant = half === null || isInHalf(slot, half)
      if (!meant && half !== null && touches(slot, half) && slot.to > 14 * 60 && slot.from < 11.5 * 60) {
        across = true
        after.push(...split(slot, half, `${words} ${HALVES[half]}`))
        continue
      }
      const next = meant ? to(slot) : slot
      if (meant) changed++
      if (next) after.push(next)
    }
    week.days.set(day, after)
  }
  return { changed, across }
}

/**
 * Splits a range that spans both halves of a day, and makes its part in the changed half uncertain. A morning ends at
 * noon at the earliest; an afternoon begins at 14:00 at the latest.
 */
function split(slot: Slot, half: Half, words: string): readonly Slot[] {
  const uncertain = { comment: words, uncertain: true }
  return half === 'pm'
    ? [
        { ...slot, to: 12 * 60 },
        { ...slot, ...uncertain, from: 12 * 60 }
      ]
    : [
        { ...slot, ...uncertain, to: 14 * 60 },
        { ...slot, from: 14 * 60 }
      ]
}

const hasHours = (weeks: Weeks, day: DayRank): boolean =>
  [...weeks.weeks.values()].some((week) => (week.days.get(day) ?? []).length > 0)

const hasScope = (scope: object): boolean => Object.values(scope).some(Boolean)

/** Applies a closing: "fermé le mercredi après-midi", "fermé en août", "hors premier lundi du mois". */
export function addClosed(weeks: Weeks, amended: Amended, { clause, targets }: Resolved): void {
  const { scope } = clause
  const meant = targets.length === 0 ? WEEK : targets.flatMap((target) => target.days)
  weeks.leftovers.push(...clause.doubts.map((words) => ({ words, touches: meant })))
  const offScope = { ...scope, ...(scope.school && { school: 'in' as const }) }
  if (targets.length === 0) {
    const nothingElse = weeks.weeks.size === 0
    if (clause.doubts.length > 0) weeks.leftovers.push({ words: 'fermé', touches: WEEK })
    else if (hasScope(scope) || nothingElse)
      amended.offs.push({ scope: offScope, days: null, nth: null, spans: [] })
    else weeks.leftovers.push({ words: 'fermé', touches: WEEK })
    return
  }
  for (const { days, nth, half, named, also } of targets) {
    for (const name of also) amended.offs.push({ ...EVERY_DAY, scope: HOLIDAY_SCOPES[name] })
    // "9h-12h / Fermé" in the column of a day: the place is only closed for the rest of the day.
    const rest = !named && half === null && !hasScope(scope) && days.some((day) => hasHours(weeks, day))
    if (clause.doubts.length > 0 || rest) continue
    if (nth || hasScope(scope) || clause.entries.length > 0) {
      const whole = clause.entries.length > 0 || half === null
      amended.offs.push({
        scope: offScope,
        days,
        nth,
        spans: whole ? clause.entries : spansOfHalf(weeks, days, half)
      })
    } else {
      const changes = days.map((day) => change(weeks, day, half, 'fermé', () => null))
      const across = changes.some((one) => one.across)
      // These days have no hours to close: the hours were not read, or the day is a mistake.
      if (
        half &&
        named &&
        !days.some((day) => hasHours(weeks, day)) &&
        changes.every((one) => one.changed === 0)
      )
        weeks.leftovers.push({ words: `fermé ${HALVES[half]}`, touches: WEEK })
      if (across && half) weeks.leftovers.push(remark(`fermé ${HALVES[half]}`))
    }
  }
}

function spansOfHalf(weeks: Weeks, days: readonly DayRank[], half: Half): readonly Slot[] {
  const slots = [...weeks.weeks.values()].flatMap((week) => days.flatMap((day) => week.days.get(day) ?? []))
  const found = slots.filter((slot) => isInHalf(slot, half))
  if (found.length === 0) weeks.leftovers.push({ words: `fermé ${HALVES[half]}`, touches: days })
  return found.filter((slot, index) => found.findIndex((one) => one.from === slot.from) === index)
}

/**
 * Applies a condition without hours: "mercredi et vendredi après-midi uniquement sur rendez-vous", "samedi sur
 * rendez-vous".
 */
export function addCondition(weeks: Weeks, amended: Amended, { clause, targets }: Resolved): void {
  const comment = clause.comment ?? ''
  const whole = targets.length === 0 ? WEEK : targets.flatMap((target) => target.days)
  weeks.leftovers.push(...clause.doubts.map((words) => ({ words, touches: clause.besides ? [] : whole })))
  if (clause.besides) {
    const days = targets.flatMap((target) => target.days)
    amended.fallbacks.push({ days: days.length > 0 ? days : null, comment })
    return
  }
  if (hasScope(clause.scope) || targets.some((target) => target.nth)) {
    weeks.leftovers.push({ words: comment, touches: whole })
    return
  }
  if (targets.length === 0) {
    if (weeks.weeks.size === 0) amended.conditions.push({ days: null, comment })
    // A condition without days applies to every day.
    for (const day of WEEK)
      change(weeks, day, null, comment, (slot) => ({ ...slot, comment: slot.comment ?? comment }))
    return
  }
  for (const { days: meant, half, named } of targets) {
    const without: DayRank[] = []
    for (const day of meant) {
      const { changed, across } = change(weeks, day, half, comment, (slot) => ({
        ...slot,
        comment: slot.comment ?? comment
      }))
      if (across && half) weeks.leftovers.push(remark(`${HALVES[half]} ${comment}`))
      else if (changed === 0) without.push(day)
    }
    const held = named ? without : without.filter((day) => hasHours(weeks, day))
    const unheard = !named && weeks.weeks.size === 0
    if (held.length === 0 && !unheard) continue
    const days = unheard ? null : held
    if (half) amended.fallbacks.push({ days, comment: `${HALVES[half]} ${comment}` })
    else amended.conditions.push({ days, comment })
  }
}
