import { fold } from '../lexicon/clean-text.ts'
import { type DayRank, FRENCH_DAYS } from '../reading.ts'
import { type Leftover, remark } from '../say/clause.ts'
import { type Amended, addClosed, addCondition } from './amend-weeks.ts'
import { addStatement, newWeeks, type Weeks } from './compose-weeks.ts'
import { makeUncertain } from './make-uncertain.ts'
import { reopeningsOf } from './reopenings.ts'
import type { Resolved, ResolvedHours } from './target-days.ts'
import type { Fallback, Off, Slot, Timetable, Week } from './timetable.ts'
import { unknownDays } from './unknown-days.ts'

const isStatement = ({ clause }: Resolved): boolean =>
  clause.entries.length > 0 && (!clause.closed || clause.instead) && clause.reopens === null

const openDays = (week: Week): readonly DayRank[] =>
  [...week.days].filter(([, slots]) => slots.length > 0).map(([day]) => day)

/**
 * The closings in the school holidays for hours given as "hors vacances scolaires": whole days if they have no other
 * hours, otherwise only those hours.
 */
function termOffs(statements: readonly Resolved[]): readonly Off[] {
  const scope = { school: 'in' } as const
  const daysOf = (list: readonly Resolved[]) =>
    new Set(list.flatMap((one) => one.targets.flatMap((target) => target.days)))
  const termOnly = statements.filter((one) => one.clause.scope.school === 'out')
  if (termOnly.length === 0) return []
  const always = daysOf(statements.filter((one) => one.clause.scope.school === undefined))
  if (always.size === 0) return [{ scope, days: null, nth: null, spans: [] }]
  const whole = [...daysOf(termOnly)].filter((day) => !always.has(day))
  const parts = termOnly.flatMap((one) => {
    const days = [...daysOf([one])].filter((day) => always.has(day))
    return days.length > 0 ? [{ scope, days, nth: null, spans: one.clause.entries }] : []
  })
  return [...(whole.length > 0 ? [{ scope, days: whole, nth: null, spans: [] }] : []), ...parts]
}

/**
 * The hours of a season replace the usual week, so days without hours in the season are closed. These days are
 * reported as left over.
 */
function seasonOffs(weeks: readonly Week[], columns: boolean, leftovers: Leftover[]): readonly Off[] {
  const usual = weeks.find((week) => Object.keys(week.scope).length === 0)
  if (!usual || columns) return []
  return weeks.flatMap((week) => {
    const { months, dates, school, weeks: parity } = week.scope
    if (week === usual || week.days.size === 0 || week.amends) return []
    const missing = openDays(usual).filter((day) => !openDays(week).includes(day))
    if (parity && missing.length < openDays(usual).length)
      leftovers.push({ words: `semaine ${parity === 'even' ? 'paire' : 'impaire'}`, touches: missing })
    if (missing.length === 0 || !(months || dates || school)) return []
    leftovers.push(remark(missing.map((day) => FRENCH_DAYS[day]).join(', ')))
    return [{ scope: week.scope, days: missing, nth: null, spans: [] }]
  })
}

const order = (week: Week): number => (week.scope.school || week.scope.publicHolidays ? 1 : 0)

const merged = (list: readonly Fallback[]): readonly Fallback[] => {
  const byComment = new Map<string, DayRank[] | null>()
  for (const { days, comment } of list) {
    const there = byComment.get(comment)
    byComment.set(comment, days === null || there === null ? null : [...(there ?? []), ...days])
  }
  return [...byComment].map(([comment, days]) => ({ days, comment }))
}

function addAll(weeks: Weeks, amended: Amended, said: ResolvedHours): void {
  const statements = said.resolved.filter(isStatement)
  const isNamed = (one: Resolved) => one.targets.some((target) => target.named)
  // Hours without days are added last: if there are hours with days, they are only reported.
  for (const one of [...statements.filter(isNamed), ...statements.filter((one) => !isNamed(one))]) {
    addStatement(weeks, one)
  }
  for (const one of said.resolved) {
    if (isStatement(one) || one.clause.reopens !== null) continue
    if (one.clause.closed) addClosed(weeks, amended, one)
    else if (one.clause.comment !== null) addCondition(weeks, amended, one)
  }
}

const SEASON = /\b(?:ete|hiver|saison|estiv|hivern|printemps|automne|noel|paques|toussaint)/

/**
 * "mardi 14h-17h, été : 9h-12h": the hours of a season replace the usual hours. If the dates of the season are
 * unknown, the usual hours are therefore uncertain.
 */
function seasonDoubts(statements: readonly Resolved[]): readonly Leftover[] {
  const seasons = statements.flatMap(({ clause }) =>
    clause.scope.school === 'in' ? [] : clause.doubts.filter((words) => SEASON.test(fold(words)))
  )
  if (seasons.length === 0) return []
  const usual = statements.filter(({ clause }) => clause.doubts.length === 0 && !clause.scope.dates)
  const touches = usual.flatMap((one) => one.targets.flatMap((target) => target.days))
  return touches.length > 0 ? [...new Set(seasons)].map((words) => ({ words, touches })) : []
}

const isDoubted = (slots: readonly Slot[]): boolean => slots.every((slot) => slot.uncertain)

/**
 * "petites vacances : mardi 10h-12h" says nothing about the summer. So if all hours in the school holidays are
 * uncertain, the usual hours of the other days are added to them as uncertain.
 */
function withUsualDays(week: Week, usual: Week | undefined): Week {
  if (week.scope.school !== 'in' || week === usual || !usual || ![...week.days.values()].every(isDoubted))
    return week
  const doubt = [...week.days.values()].flat().find((slot) => slot.comment)?.comment ?? null
  const others = [...usual.days].filter(([day]) => !week.days.has(day))
  const added = others.map(
    ([day, slots]) => [day, slots.map((slot) => ({ ...slot, comment: doubt, uncertain: true }))] as const
  )
  return { ...week, days: new Map([...week.days, ...added]) }
}

/** Combines the clauses of a text, or of the columns of a week, into one timetable. */
export function compose(said: ResolvedHours, columns: boolean): Timetable {
  const weeks = newWeeks()
  const amended: Amended = { offs: [], conditions: [], fallbacks: [] }
  addAll(weeks, amended, said)
  const sorted: readonly Week[] = [...weeks.weeks.values()].sort((a, b) => order(a) - order(b))
  const usual = sorted.find((week) => Object.keys(week.scope).length === 0)
  const list = sorted.map((week) => withUsualDays(week, usual))
  const term = termOffs(said.resolved.filter(isStatement))
  const seasons = term.length > 0 ? [] : seasonOffs(list, columns, weeks.leftovers)
  const holidays = said.resolved.some((one) => one.clause.scope.publicHolidays === 'out')
  const onHolidays: Off = { scope: { publicHolidays: 'in' }, days: null, nth: null, spans: [] }
  const isHoliday = (off: Off) => off.scope.publicHolidays !== undefined
  const doubts = seasonDoubts(said.resolved.filter(isStatement))
  const leftovers = [...said.leftovers, ...weeks.leftovers, ...doubts]
  return {
    weeks: list.map((week) => makeUncertain(week, leftovers)),
    termOffs: [...term, ...seasons],
    offs: [
      ...amended.offs.filter((off) => !isHoliday(off)),
      ...(holidays || amended.offs.some(isHoliday) ? [onHolidays] : [])
    ],
    conditions: merged(amended.conditions),
    unknowns: unknownDays(list, [...amended.conditions, ...amended.fallbacks], said.resolved, leftovers),
    reopenings: reopeningsOf(said.resolved, leftovers),
    fallbacks: merged(amended.fallbacks),
    leftovers
  }
}
