import { type DayRank, WEEK } from '../reading.ts'
import type { Holiday, Scope } from '../rule/phrase.ts'
import { type Clause, type Leftover, NOON, remark } from '../say/clause.ts'
import type { Resolved } from './target-days.ts'
import type { Slot, Week } from './timetable.ts'

const DAYS_UNSAID = 'jours non précisés'

type OpenWeek = {
  scope: Scope
  days: Map<DayRank, Slot[]>
  holidays: Map<Holiday, Slot[]>
  nth: Week['nth'][number][]
  others: Set<DayRank>
  amends: boolean
}

/** Weeks under construction, by scope, and the words that could not be placed in them. */
export type Weeks = {
  readonly weeks: Map<string, OpenWeek>
  readonly leftovers: Leftover[]
}

export const newWeeks = (): Weeks => ({ weeks: new Map(), leftovers: [] })

/**
 * The scope of the week to which the hours are added. Scopes such as "outside school holidays" and "on working days"
 * are left out: their hours belong to the usual week, and the exception is written after them.
 */
function writtenScope({ months, weeks, dates, school, publicHolidays }: Scope): Scope {
  return {
    ...(months && { months }),
    ...(weeks && { weeks }),
    ...(dates && { dates }),
    ...(school === 'in' && { school }),
    ...(publicHolidays === 'in' && { publicHolidays })
  }
}

function weekOf(weeks: Weeks, scope: Scope): OpenWeek {
  const written = writtenScope(scope)
  const key = JSON.stringify(written)
  const week: OpenWeek = weeks.weeks.get(key) ?? {
    scope: written,
    days: new Map(),
    holidays: new Map(),
    nth: [],
    others: new Set(),
    amends: true
  }
  weeks.weeks.set(key, week)
  return week
}

const pad = (minutes: number): string =>
  `${Math.floor(minutes / 60)}h${minutes % 60 ? String(minutes % 60).padStart(2, '0') : ''}`
const inWords = (slot: Slot): string => `${pad(slot.from)}-${pad(slot.to)}`

const same = (a: Slot, b: Slot): boolean => a.from === b.from && a.to === b.to && a.comment === b.comment
const overlap = (a: Slot, b: Slot): boolean => a.from < b.to && b.from < a.to

const contains = (wide: Slot, slot: Slot): boolean => wide.from <= slot.from && slot.to <= wide.to

/**
 * Adds hours to a day. Hours that overlap existing ones are reported instead of merged: if both "9h-17h" and
 * "9h-12h" are given, only the narrower range is certain.
 */
function addSlots(there: readonly Slot[], more: readonly Slot[], leftovers: Leftover[]): Slot[] {
  const slots = [...there]
  for (const slot of more) {
    if (slots.some((one) => same(one, slot))) continue
    const wide = slots.findIndex((one) => contains(one, slot) && one.comment === slot.comment)
    const wider = slots[wide]
    if (wider) {
      slots[wide] = slot
      leftovers.push(remark(inWords(wider)))
    } else if (slots.some((one) => overlap(one, slot))) leftovers.push(remark(inWords(slot)))
    else slots.push(slot)
  }
  return slots.sort((a, b) => a.from - b.from)
}

/** `slots`, without the times that `others` cover. */
function without(slots: readonly Slot[], others: readonly Slot[]): readonly Slot[] {
  return others.reduce<readonly Slot[]>(
    (rest, { from, to }) =>
      rest.flatMap((slot) =>
        [
          { ...slot, to: Math.min(slot.to, from) },
          { ...slot, from: Math.max(slot.from, to) }
        ].filter((part) => part.from < part.to)
      ),
    slots
  )
}

const isCertain = (slot: Slot): boolean => !slot.uncertain
const byStart = (one: Slot, other: Slot): number => one.from - other.from

const common = (a: Slot, b: Slot): readonly Slot[] => {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)]
  const comment = a.comment ?? b.comment
  return from < to ? [{ from, to, comment, uncertain: a.uncertain || b.uncertain }] : []
}

/**
 * "Du mardi au samedi 9h-12h et 14h-18h. Jeudi : 14h-20h.": the text repeats a day with other hours that overlap the
 * first. They may replace the first hours or add to them, so only the hours in both are certain. Null if the new
 * hours do not overlap the first, or repeat all of them.
 */
function restate(there: readonly Slot[], again: readonly Slot[], leftovers: Leftover[]): Slot[] | null {
  const isAdded = !again.some((slot) => there.some((one) => overlap(one, slot)))
  const isKept = there.every((slot) => again.some((one) => same(one, slot)))
  if (isAdded || isKept) return null
  // "Accès libre : mardi 14h-17h / Atelier : mardi 14h-18h": uncertain hours do not make the others uncertain.
  if (there.every(isCertain) && again.every((slot) => slot.uncertain))
    return [...there, ...without(again, there)].sort(byStart)
  if (there.every((slot) => slot.uncertain) && again.every(isCertain))
    return [...again, ...without(there, again)].sort(byStart)
  const both = there.flatMap((one) => again.flatMap((slot) => common(one, slot)))
  const words = (slot: Slot) => inWords([...there, ...again].find((one) => contains(one, slot)) ?? slot)
  const rest = [...without(there, both), ...without(again, both)]
  for (const said of new Set(rest.map(words))) leftovers.push(remark(said))
  const doubted = rest.map((slot) => ({ ...slot, comment: words(slot), uncertain: true }))
  return [...both, ...doubted].sort(byStart)
}

const slotsOf = (clause: Clause, doubts: readonly string[]): Slot[] =>
  clause.entries.map(({ from, to, comment }) => {
    const words = [...doubts, ...(comment === null ? [] : [comment])]
    return { from, to, comment: words.length > 0 ? words.join(', ') : null, uncertain: doubts.length > 0 }
  })

/** Adds hours without days. They apply on some days, but it is unknown which, so they are certain on none. */
function addUnsaid(weeks: Weeks, clause: Clause): void {
  const week = weekOf(weeks, clause.scope)
  // "24h/24" and hours on a date need no weekdays.
  const always = clause.entries.every(({ from, to }) => from === 0 && to === 24 * 60)
  if (week.days.size === 0 && (always || clause.scope.dates !== undefined)) {
    weeks.leftovers.push(...clause.doubts.map(remark))
    for (const day of WEEK) week.days.set(day, addSlots([], slotsOf(clause, clause.doubts), weeks.leftovers))
    week.amends = clause.scope.dates !== undefined
    return
  }
  weeks.leftovers.push(...[DAYS_UNSAID, ...clause.doubts].map(remark))
  const slots = slotsOf(clause, [DAYS_UNSAID, ...clause.doubts])
  if (week.days.size > 0) {
    weeks.leftovers.push(...slots.map((slot) => remark(inWords(slot))))
    return
  }
  for (const day of WEEK) week.days.set(day, addSlots([], slots, weeks.leftovers))
}

/**
 * Adds hours on holidays. They belong to the usual week or to the week of a season, not to a separate week for public
 * holidays.
 */
function addHolidays(weeks: Weeks, clause: Clause, also: readonly Holiday[]): void {
  const { publicHolidays: _, ...scope } = clause.scope
  const { holidays } = weekOf(weeks, scope)
  const slots = slotsOf(clause, clause.doubts)
  for (const name of also) holidays.set(name, addSlots(holidays.get(name) ?? [], slots, weeks.leftovers))
}

/** Puts the hours of a clause into the week of its scope. */
export function addStatement(weeks: Weeks, { clause, targets }: Resolved): void {
  if (!targets.some((target) => target.named) && clause.scope.publicHolidays === 'in') {
    addHolidays(weeks, clause, ['PH'])
    return
  }
  if (!targets.some((target) => target.named)) {
    addUnsaid(weeks, clause)
    return
  }
  const week = weekOf(weeks, clause.scope)
  const slots = slotsOf(clause, clause.doubts)
  if (!clause.instead) week.amends = false
  weeks.leftovers.push(...clause.doubts.map(remark))
  for (const { also } of targets) if (also.length > 0) addHolidays(weeks, clause, also)
  for (const { days, nth, half, others } of targets) {
    if (others) for (const day of days) week.others.add(day)
    const astray = slots.filter(
      (slot) => (half === 'am' && slot.from >= NOON) || (half === 'pm' && slot.to <= NOON)
    )
    weeks.leftovers.push(...astray.map((slot) => ({ words: inWords(slot), touches: days })))
    for (const day of days) {
      const there = clause.instead ? [] : (week.days.get(day) ?? [])
      const restated = there.length > 0 && !nth && !clause.instead && restate(there, slots, weeks.leftovers)
      if (restated) week.days.set(day, restated)
      else if (nth)
        week.nth.push({ day, nth, slots: addSlots([], slots, weeks.leftovers), replaces: clause.instead })
      else week.days.set(day, addSlots(there, slots, weeks.leftovers))
    }
  }
}
